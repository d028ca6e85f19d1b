"""The themes of a brief beside its texts: what they catch of them, and which the texts suggest."""

from briefgen.themes.check import check
from briefgen.themes.findings import Check
from briefgen.themes.lines import told
from briefgen.themes.paste import yaml
from briefgen.themes.suggest import Suggestion, suggest

__all__ = ["Check", "Suggestion", "check", "suggest", "told", "yaml"]

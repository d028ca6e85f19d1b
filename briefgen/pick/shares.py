"""How much each source may say: what an editor makes of it, and the most sentences of one."""

from collections.abc import Mapping, Sequence

import numpy as np

from briefgen.model import Passage, PerSource, SourceRule
from briefgen.pick.likeness import Floats
from briefgen.pick.words import Flags, Integers

_PLAIN = SourceRule()


class Shares:
    """The sources of some passages, and how many sentences of each are taken."""

    def __init__(
        self,
        passages: Sequence[Passage],
        themes: Integers,
        limits: PerSource,
        rules: Mapping[str, SourceRule],
    ) -> None:
        """Count for each document; `rules` are by its path, `themes` number those of passages."""
        paths = [one.candidate.sentence.document for one in passages]
        own = [rules.get(path, _PLAIN) for path in paths]
        self.weight: Floats = np.array([one.weight for one in own], dtype=np.float64)
        """How many times each passage counts."""
        self.may_lead: Flags = np.array([one.lead for one in own], dtype=bool)
        """Whether each passage can be a bottom line."""
        self._limits = limits
        self._themes = themes
        self._source = np.unique(paths, return_inverse=True)[1]
        self._in_section = np.zeros(len(passages), dtype=np.int64)
        self._in_brief = np.zeros(len(passages), dtype=np.int64)

    def room(self, sentences: Integers) -> Flags:
        """Whether the source of each passage may say as many `sentences` more in its section."""
        section = self._in_section + sentences <= self._limits.section
        return np.asarray(section & self.room_in_brief(sentences))

    def room_in_brief(self, sentences: Integers) -> Flags:
        """Whether the source of each passage may say as many `sentences` more in the brief."""
        return np.asarray(self._in_brief + sentences <= self._limits.brief)

    def take(self, index: int, sentences: int, in_section: bool) -> None:
        """Count the `sentences` of a passage that is taken."""
        same = self._source == self._source[index]
        self._in_brief += same * sentences
        if in_section:
            self._in_section += (same & (self._themes == self._themes[index])) * sentences

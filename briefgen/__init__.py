"""Cited Bottom Line Up Front briefs from a folder of texts; `briefgen.pipeline` is the way in."""

__version__ = "0.1.0"

"""Figures that are set high: the number of a note, a power."""

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def raised(words: str) -> str:
    """Return `words` with their figures set high.

    >>> raised("12, 3")
    '¹², ³'
    """
    return words.translate(_RAISED)

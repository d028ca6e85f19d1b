"""Signs that mean the same in every format: what opens a list item, figures that are set high."""

BULLETS = "•·‣▪◦●■○◆◇❖➢➤►▶→✓✔\u2043\uf0b7\uf0a7\uf0d8\uf076\uf0fc"
"""What opens a list item, the last five as word processors have them in fonts of symbols."""

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def raised(words: str) -> str:
    """Return `words` with their figures set high.

    >>> raised("12, 3")
    '¹², ³'
    """
    return words.translate(_RAISED)

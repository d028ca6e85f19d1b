"""Pages -> what to tell of them that could not be read: pages without text, letters left out."""

from collections.abc import Iterator, Sequence

from briefgen.read.pdf.lines import Page

_SHARE = 0.02
"""The share of the letters from which it is told that they are lost; a stamp has less."""


def losses(parts: Sequence[Sequence[Page]]) -> Iterator[str]:
    """Yield what was lost of pages, each given as its parts, of which the last has the counts."""
    pictures = sum(not any(one.lines for one in part) and part[-1].has_pictures for part in parts)
    if pictures:
        yield f"{pictures} of {len(parts)} pages without text but with pictures: scans, perhaps"
    wholes = [part[-1] for part in parts]
    letters = sum(page.letters for page in wholes)
    leaning = sum(page.leaning for page in wholes)
    unknown = sum(page.unknown for page in wholes)
    if leaning > _SHARE * letters:
        yield f"{_percent(leaning, letters)} of the letters, left out as not upright"
    if unknown > _SHARE * letters:
        yield f"{_percent(unknown, letters)} of the letters, for which the file gives no characters"


def _percent(part: int, whole: int) -> str:
    return f"{max(1, round(100 * part / whole))} %"

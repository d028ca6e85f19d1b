"""What stands on page after page: running headers and footers, and the numbers of the pages."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from briefgen.read.pdf.lines import Line, Page

_MARGIN = 0.12
"""The share of a page's height, above and below, in which such lines stand."""

_OFTEN, _FEW_PAGES = 3, 6
"""The pages on which a line stands that is no part of the text; of a few pages, two."""

_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(
    r"\W*(?:page |p\. ?)?(?:\d{1,4}|[ivxlc]{1,7})(?: ?(?:of|/|\|) ?\d{1,4})?\W*", re.IGNORECASE
)


def running(pages: Sequence[Page]) -> Sequence[Mapping[int, str]]:
    """Return for each page the indices of the lines that are no part of the text, and why."""
    keys = [_keys(page) for page in pages]
    seen = Counter(key for page in keys for key in set(page.values()))
    often = _OFTEN if len(pages) > _FEW_PAGES else 2
    return [
        {
            index: _reason(page.lines[index].text, key[0])
            for index, key in found.items()
            if seen[key] >= often or _NUMBER.fullmatch(page.lines[index].text)
        }
        for page, found in zip(pages, keys, strict=True)
    ]


def _keys(page: Page) -> dict[int, tuple[str, str]]:
    """Return the lines in the margins by index: in which, and what they say but for numbers."""
    return {
        index: (where, _DIGITS.sub("#", line.text.lower()))
        for index, line in enumerate(page.lines)
        if (where := _margin(page, line))
    }


def _margin(page: Page, line: Line) -> str:
    if line.base > (1 - _MARGIN) * page.height:
        return "header"
    return "footer" if line.base < _MARGIN * page.height else ""


def _reason(text: str, where: str) -> str:
    return "page number" if _NUMBER.fullmatch(text) else f"running {where}"

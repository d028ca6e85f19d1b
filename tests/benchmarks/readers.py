"""The readers beside their peers on the same real files: words right, in order, and time.

`python tests/benchmarks/readers.py`; a peer that is not installed is left out. The figure is F1 of
the words, in per cent: of those that the file's text and what was read of it share in order.
"""

import io
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterator, Mapping
from difflib import SequenceMatcher
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from test_formats import FILES, HOLDS, TITLES, article

from briefgen.model import Metadata
from briefgen.read.files import load
from briefgen.read.judgement import verdicts

Reading = Callable[[Path], str]

TITLED = ("libreoffice", "hyphenated", "nodemailer")
"""Files in which the titles are part of the text."""

LETTER = (
    "Good morning, and welcome to the seventeenth letter of the year. The frost did not bite, and"
)


def briefgen(path: Path) -> str:
    source = load(path, path.name, Metadata())
    found = [one.document for one in verdicts(source) if one.document]
    return " ".join(one.text[block.start : block.end] for one in found for block in one.blocks)


def trafilatura_full(path: Path) -> str:
    from trafilatura import extract

    return extract(path.read_bytes(), include_comments=False) or ""


def resiliparse(path: Path) -> str:
    from resiliparse.extract.html2text import extract_plain_text

    return str(extract_plain_text(path.read_text("utf-8"), main_content=True))


def readability(path: Path) -> str:
    from lxml import html
    from readability import Document

    return str(html.fromstring(Document(path.read_text("utf-8")).summary()).text_content())


def pdftotext(path: Path) -> str:
    return subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True).stdout


def pdfium_alone(path: Path) -> str:
    from pypdfium2 import PdfDocument

    return " ".join(page.get_textpage().get_text_range() for page in PdfDocument(path))


def pypdf(path: Path) -> str:
    from pypdf import PdfReader

    return " ".join(page.extract_text() for page in PdfReader(path).pages)


def mammoth(path: Path) -> str:
    import mammoth as library

    return str(library.extract_raw_text(io.BytesIO(path.read_bytes())).value)


def docx2txt(path: Path) -> str:
    import docx2txt as library

    return str(library.process(path))


def mail_as_page(path: Path) -> str:
    """Return the main text of the newsletter's HTML, as trafilatura finds it."""
    from email import message_from_bytes, policy

    from trafilatura import extract

    message = message_from_bytes(path.read_bytes(), policy=policy.default)
    part = message.get_body(("html",))
    return (extract(part.get_content()) or "") if part else ""


PEERS: Mapping[str, tuple[Reading, ...]] = {
    ".html": (trafilatura_full, readability, resiliparse),
    ".pdf": (pdftotext, pdfium_alone, pypdf),
    ".docx": (mammoth, docx2txt),
    ".eml": (mail_as_page,),
}


def gold(name: str) -> list[str]:
    """Return the words of the text that a file was made from."""
    newest_first = name.endswith((".eml", ".atom", ".rss"))
    order = tuple(TITLES)[::-1] if newest_first else tuple(TITLES)
    words = [LETTER, "the tile cutter is on loan."] if name.endswith(".eml") else []
    for title in (one for one in order if one in HOLDS[name]):
        words += [TITLES[title]] * name.startswith(TITLED)
        words += (said for _, said in article(title))
    return " ".join(words).split()


def likeness(expected: list[str], found: list[str]) -> float:
    """Return F1 of the words that both have in order."""
    matcher = SequenceMatcher(None, expected, found, autojunk=False)
    same = sum(block.size for block in matcher.get_matching_blocks())
    return 200 * same / (len(expected) + len(found))


def rows() -> Iterator[tuple[str, str, float, float]]:
    """Yield file, reader, F1 and milliseconds, the best of three runs after a first."""
    for name in sorted(HOLDS.keys() - {"info-zip.zip"}):  # which holds some of it twice
        for read in (briefgen, *PEERS.get(Path(name).suffix, ())):
            try:
                found = read(FILES / name)
            except (ImportError, FileNotFoundError):
                continue
            times = []
            for _ in range(3):
                began = perf_counter()
                read(FILES / name)
                times.append(perf_counter() - began)
            yield name, read.__name__, likeness(gold(name), found.split()), 1000 * min(times)


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    for name, reader, f1, took in rows():
        print(f"{name:<26} {reader:<18} {f1:6.1f}  {took:7.1f} ms")

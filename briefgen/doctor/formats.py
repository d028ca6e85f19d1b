"""Whether each reader reads: a tiny file of every format, in the process that reads a corpus."""

import gzip
import io
import zipfile
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from briefgen.doctor.finding import Finding
from briefgen.model import Outcome, Source

if TYPE_CHECKING:
    from briefgen.read import Sandbox

SENTENCE = "The ferry to the island sails again from Monday."
"""What there is to read in each sample."""

_PAGE = f"<html><body><article><h1>Ferry</h1><p>{SENTENCE}</p></article></body></html>"
_MESSAGE = f"From: desk@example.org\nSubject: Ferry\n\n{SENTENCE}\n"
_RECORD = f'{{"title": "Ferry", "text": "{SENTENCE}"}}'
_FEED = f"<item><title>Ferry</title><description>{SENTENCE}</description></item>"

_PDF = f"""%PDF-1.4
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R
  /Resources <</Font <</F 5 0 R>>>>>> endobj
4 0 obj <</Length {len(SENTENCE) + 31}>> stream
BT /F 12 Tf 72 720 Td ({SENTENCE}) Tj ET
endstream endobj
5 0 obj <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>> endobj
trailer <</Root 1 0 R>>
%%EOF
"""

_SCHEMAS = "http://schemas.openxmlformats.org"
_PARTS = "application/vnd.openxmlformats"
_DOCX: Mapping[str, str] = {
    "[Content_Types].xml": f"""<Types xmlns="{_SCHEMAS}/package/2006/content-types">
        <Default Extension="rels" ContentType="{_PARTS}-package.relationships+xml"/>
        <Override PartName="/word/document.xml"
          ContentType="{_PARTS}-officedocument.wordprocessingml.document.main+xml"/>
        </Types>""",
    "_rels/.rels": f"""<Relationships xmlns="{_SCHEMAS}/package/2006/relationships">
        <Relationship Id="document" Target="word/document.xml"
          Type="{_SCHEMAS}/officeDocument/2006/relationships/officeDocument"/>
        </Relationships>""",
    "word/document.xml": f"""<document xmlns="{_SCHEMAS}/wordprocessingml/2006/main">
        <body><p><r><t>{SENTENCE}</t></r></p></body></document>""",
}


def _zipped(files: Mapping[str, str]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return data.getvalue()


def samples() -> Mapping[str, bytes]:
    """Return a file for each reader, by a name with one of the suffixes that the reader is for."""
    texts = {
        "sample.txt": SENTENCE,
        "sample.md": SENTENCE,
        "sample.html": _PAGE,
        "sample.mhtml": f"MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n{_PAGE}",
        "sample.pdf": _PDF,
        "sample.eml": _MESSAGE,
        "sample.mbox": f"From desk@example.org Mon Jan  5 07:00:00 2026\n{_MESSAGE}",
        "sample.rss": f'<rss version="2.0"><channel>{_FEED}</channel></rss>',
        "sample.csv": f"title,text\nFerry,{SENTENCE}\n",
        "sample.json": f"[{_RECORD}]",
        "sample.jsonl": f"{_RECORD}\n",
    }
    return {
        **{name: text.encode() for name, text in texts.items()},
        "sample.docx": _zipped(_DOCX),
        "sample.zip": _zipped({"sample.txt": SENTENCE}),
        "sample.txt.gz": gzip.compress(SENTENCE.encode(), mtime=0),
    }


def formats() -> Iterator[Finding]:
    """Yield a finding for each sample, named by all the suffixes that its reader is for."""
    try:
        from briefgen.read import READERS, Sandbox
    except ImportError as error:
        yield Finding("formats", False, f"nothing can be read: {error}")
        return
    with Sandbox() as sandbox:
        for name, data in samples().items():
            reader = READERS[f".{name.rpartition('.')[2]}"]
            suffixes = [suffix for suffix, other in READERS.items() if other == reader]
            wrong = _problem(name, data, sandbox)
            yield Finding(", ".join(suffixes), not wrong, wrong or f"read by {reader.stamp()}")


def _problem(name: str, data: bytes, sandbox: "Sandbox") -> str:
    """Return why the sentence cannot be read in a sample, "" if it can."""
    verdicts = sandbox.verdicts(Source(name, sha256="", data=data))
    for verdict in verdicts:
        if verdict.outcome is not Outcome.READ or verdict.document is None:
            return verdict.reason
        if SENTENCE not in verdict.document.text:
            return f"expected {SENTENCE!r} in it, found {verdict.document.text[:200]!r}"
    return "" if verdicts else "expected a document in it, found none"

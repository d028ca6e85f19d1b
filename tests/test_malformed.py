"""Malformed files of every format: never a crash, always a verdict for all that is in them."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefgen.model import Outcome, Source
from briefgen.read import READERS
from briefgen.read.sandbox import Sandbox

FILES = Path(__file__).resolve().parent / "files"
GOOD = {path.name: path.read_bytes() for path in sorted(FILES.glob("*.*")) if path.suffix != ".md"}

XML = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "%s">%s]>'
LAUGHS = b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
SECRET = b'<!DOCTYPE rss [<!ENTITY s SYSTEM "file:///etc/passwd">]>'
HOSTILE = {
    "laughs.rss": XML % (b"ha", LAUGHS) + b"<rss version='2.0'><channel><item><title>&j;</title>"
    b"<description>&j;</description></item></channel></rss>",
    "entity.rss": SECRET + b"<rss version='2.0'><channel><item><title>A</title><description>"
    b"The army left. &s;</description></item></channel></rss>",
    "entity.html": SECRET + b"<html><body><p>The army left. &s;</p></body></html>",
    "deep.html": b"<div>" * 100_000 + b"The army left.",
    "comments.html": b"<!--" * 250_000,
    "attributes.html": b"<p " + b"a=1 " * 250_000 + b">The army left.</p>",
    "deep.json": b"[" * 200_000,
    "deep.jsonl": b"[" * 200_000,
    "numbers.json": b"[1, null, NaN, [], {}]",
    "wide.csv": b"text" + b',"' * 100_000,
    "parts.eml": b"From: a@example.org\nContent-Type: multipart/mixed; boundary=b\n\n"
    + b"--b\nContent-Type: multipart/mixed; boundary=b\n\n" * 3_000,
    "address.rss": b"http://127.0.0.1:9/feed.xml",
    "empty.pdf": b"",
    "half.docx": b"PK\x03\x04" + b"\0" * 60,
}


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as process:
        yield process


def check(sandbox: Sandbox, name: str, data: bytes) -> None:
    """Expect a verdict for the file, and for all that it holds at addresses of their own."""
    found = sandbox.verdicts(Source(name, sha256(data).hexdigest(), data))
    assert found
    assert len({one.path for one in found}) == len(found)
    for verdict in found:
        assert verdict.path.startswith(name)
        assert verdict.outcome is Outcome.READ or verdict.reason
        assert "root:x:" not in (verdict.document.text if verdict.document else "")


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_made_to_harm_its_reader_gets_a_verdict(sandbox: Sandbox, name: str) -> None:
    check(sandbox, name, HOSTILE[name])


@pytest.mark.parametrize("suffix", [one for one, reader in READERS.items() if reader.risky])
def test_a_file_under_a_wrong_suffix_gets_a_verdict(sandbox: Sandbox, suffix: str) -> None:
    for name in ("chromium-saved.html", "libreoffice.pdf", "info-zip.zip"):
        check(sandbox, f"wrong{suffix}", GOOD[name])


@st.composite
def mutations(draw: st.DrawFn) -> tuple[str, bytes]:
    """Draw a good file with some bytes changed, a piece taken out or doubled, or its end lost."""
    name = draw(st.sampled_from(sorted(GOOD)))
    data = bytearray(GOOD[name])
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, max(0, len(data) - 1)))
        piece = data[start : start + draw(st.integers(1, 200))]
        other = draw(st.sampled_from([b"", bytes(piece * 2), bytes(reversed(piece))]))
        data[start : start + len(piece)] = other or draw(st.binary(max_size=8))
    return name, bytes(data[: draw(st.integers(len(data) // 4, len(data)))])


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(damaged=mutations())
def test_a_file_that_is_damaged_gets_a_verdict(
    sandbox: Sandbox, damaged: tuple[str, bytes]
) -> None:
    check(sandbox, *damaged)

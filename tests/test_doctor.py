"""`briefgen doctor`: every reader is given a file of its format, and what fails is named."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefgen.doctor.formats import SENTENCE, formats, samples
from briefgen.model import Source
from briefgen.read import READERS
from briefgen.read.judgement import verdicts

CHECKOUT = Path(__file__).resolve().parent.parent

BLOCKING = """
import sys

class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name == {package!r}:
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)

sys.meta_path.insert(0, Blocked())
"""


def examined(folder: Path, package: str) -> dict[str, tuple[bool, str]]:
    """Return what the doctor finds where a package cannot be imported, by name."""
    (folder / "sitecustomize.py").write_text(BLOCKING.format(package=package))
    path = os.pathsep.join([str(folder), str(CHECKOUT)])
    done = subprocess.run(
        [sys.executable, "-m", "briefgen", "doctor", "--json"],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": path},
        capture_output=True,
        encoding="utf-8",
    )
    assert (done.returncode, done.stderr) == (1, "")
    return {one["name"]: (one["ok"], one["detail"]) for one in json.loads(done.stdout)}


def test_every_reader_has_a_sample_and_every_suffix_a_finding() -> None:
    findings = list(formats())
    assert [one for one in findings if not one.ok] == []
    assert len(findings) == len(samples()) == len(set(READERS.values()))
    assert sorted(", ".join(one.name for one in findings).split(", ")) == sorted(READERS)


@pytest.mark.parametrize("name", samples())
def test_there_is_nothing_in_a_sample_but_a_heading_and_the_sentence(name: str) -> None:
    [verdict] = verdicts(Source(name, sha256="", data=samples()[name]))
    assert verdict.document
    assert verdict.document.text.removeprefix("Ferry").strip() == SENTENCE


PAGES = {".htm, .html, .xhtml", ".mhtml"}
FEEDS = ".atom, .rss, .xml"


@pytest.mark.parametrize(
    ("package", "library", "broken"),
    [
        ("lxml_html_clean", "lxml-html-clean", PAGES),
        ("trafilatura", "trafilatura", PAGES),
        ("lxml", "lxml", {*PAGES, FEEDS, ".docx"}),
        ("pypdfium2", "pypdfium2", {".pdf"}),
        ("docx", "python-docx", {".docx"}),
        ("feedparser", "feedparser", {FEEDS}),
        ("charset_normalizer", "charset-normalizer", PAGES),
        ("pydantic", "pydantic", {"formats"}),
        ("css_inline", "css-inline", set()),
    ],
)
def test_a_library_that_does_not_load_is_named_and_so_is_each_format_that_needs_it(
    package: str, library: str, broken: set[str], tmp_path: Path
) -> None:
    findings = examined(tmp_path, package)
    ok, detail = findings.pop(library)
    assert not ok
    assert f"does not load: ModuleNotFoundError: No module named '{package}'" in detail
    readers = {name: one for name, one in findings.items() if name[0] == "." or name == "formats"}
    assert {name for name, (ok, _) in readers.items() if not ok} == broken
    assert all(package in detail for ok, detail in readers.values() if not ok)

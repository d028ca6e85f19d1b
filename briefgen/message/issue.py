"""The folder of an issue -> the issue, if each of its files is still as it was built."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from briefgen import ledger
from briefgen.errors import LedgerError
from briefgen.ledger import Ledger, State
from briefgen.model import Artefact, Issue


def load_issue(folder: Path) -> Issue:
    """Return the issue in `folder`, to be mailed.

    Raises LedgerError if its ledger is broken, if any of its files is not as it was built, or if
    it has no brief.md, which is what mail is made of.
    """
    entries = ledger.load(folder / "brief.json")
    _expect_as_built(entries, folder)
    files = {artefact.name for artefact in entries.artefacts}
    issue = entries.issue
    markdown = (folder / "brief.md").read_text("utf-8")
    return Issue(
        name=issue.week,
        edition=hashlib.sha256(f"{issue.tlp}\n{markdown}".encode()).hexdigest(),
        series=issue.series,
        title=issue.title,
        organisation=issue.organisation,
        tlp=issue.tlp,
        as_of=issue.date,
        language=issue.language,
        markdown=markdown,
        pdf=(folder / "brief.pdf").read_bytes() if "brief.pdf" in files else b"",
        files=tuple(_files(entries, folder)),
        sentences=tuple(sentence.text for sentence in entries.sentences),
    )


def _files(entries: Ledger, folder: Path) -> Iterator[Artefact]:
    for entry in entries.artefacts:
        yield Artefact(entry.name, entry.media_type, (folder / entry.name).read_bytes())
    yield Artefact("brief.json", "application/json", (folder / "brief.json").read_bytes())


def _expect_as_built(entries: Ledger, folder: Path) -> None:
    states = {check.name: check.state for check in ledger.check_artefacts(entries, folder)}
    if "brief.md" not in states:
        raise LedgerError(
            f"{folder}: expected a brief.md, which mail is made of, found an issue built without;"
            " add md to formats and build again"
        )
    for name, state in states.items():
        if state is not State.INTACT:
            raise LedgerError(
                f"{folder / name}: expected it as it was built, found it {state}; build again"
            )

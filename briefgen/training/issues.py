"""Earlier issues -> what they teach: each section, as a person left it, from the texts of its day.

What an issue says is read off its brief.md, so that what an editor cut, moved or added counts. The
texts are those that the ledger has seen, as far as they are still what they were.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from briefgen import ledger
from briefgen.errors import UsageError
from briefgen.ledger import Ledger, State
from briefgen.model import Document, Outcome
from briefgen.read import reread
from briefgen.read.jsonlines import Request

_CITATION = "#source-"


def lessons_in(brief_json: Path, sources: Path) -> tuple[list[Request], bool]:
    """Return the bottom line and each section of an issue as a summary of the texts it had.

    The second value is whether anybody has changed its brief.md since it was built; otherwise it
    teaches only what was chosen anyway. Raises UsageError if it has no brief.md or none of its
    texts is in the folder `sources` as it was, LedgerError if its ledger is broken.
    """
    entries = ledger.load(brief_json)
    documents = _documents(entries, brief_json, sources)
    said = _sections(_markdown(brief_json))
    requests = [
        Request(f"{entries.issue.week} {title}", documents, theme, (said[title],))
        for title, theme in _asked(entries, said)
    ]
    states = {one.name: one.state for one in ledger.check_artefacts(entries, brief_json.parent)}
    return requests, states.get("brief.md") is State.ALTERED


def _documents(entries: Ledger, brief_json: Path, sources: Path) -> tuple[Document, ...]:
    """Return the texts that went into the issue and have the hash they had."""
    seen = {one.path: one.sha256 for one in entries.inputs.files if one.outcome is Outcome.READ}
    now = reread(sources, sorted(seen)).values()
    same = [one for one in now if isinstance(one, Document) and one.sha256 == seen[one.path]]
    if not same:
        raise UsageError(
            f"{brief_json}: expected the {len(seen)} texts it was made from in {sources}, found"
            " none of them as it was"
        )
    return tuple(same)


def _markdown(brief_json: Path) -> str:
    place = brief_json.with_name("brief.md")
    try:
        return place.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            f"{place}: expected the brief as you left it, to learn from, found: "
            f"{getattr(error, 'strerror', None) or 'no UTF-8'}"
        ) from error


def _asked(entries: Ledger, said: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the headings that have something below them, each with what the section asks for."""
    themes = {
        one.title: " ".join([one.title, *(each.phrase for each in one.keywords), one.description])
        for one in entries.settings.themes
    }
    bottom_line = next(iter(said), "")
    for title in dict.fromkeys([bottom_line, *themes]):
        if said.get(title):
            yield title, themes.get(title, "")


def _sections(markdown: str) -> dict[str, str]:
    """Return the words below each second-level heading, in order, without names and numbers."""
    found: dict[str, list[str]] = {}
    below: list[str] = []
    for opening, inline in pairwise(MarkdownIt("commonmark").parse(markdown)):
        if inline.type != "inline":
            continue
        if opening.type == "heading_open":
            title = _words(inline.children or ())
            below = found.setdefault(title, []) if opening.tag == "h2" else []
        else:
            below.append(_words(inline.children or ()))
    return {title: " ".join(filter(None, lines)) for title, lines in found.items()}


def _words(tokens: Sequence[Token]) -> str:
    """Return what a block says, without citations, the theme in bold, and notes in italics."""
    if tokens and tokens[0].type == "em_open" and tokens[-1].type == "em_close":
        return ""
    said: list[str] = []
    silent = 0
    for token in tokens:
        is_mark = token.type in {"strong_open", "strong_close", "link_close"}
        if is_mark or str(token.attrs.get("href", "")).startswith(_CITATION):
            silent = max(silent + token.nesting, 0)
        elif not silent:
            said.append(" " if token.type == "softbreak" else token.content)
    return " ".join("".join(said).split())

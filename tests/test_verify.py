"""Verifying a brief: every altered quotation is found, and nothing else is called one."""

import os
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.errors import LedgerError
from briefgen.ledger import Ledger, Report, State, certify, check_artefacts, verify
from briefgen.ledger.anchor import context, copies, difference
from briefgen.ledger.entries import (
    FORMAT,
    ArtefactEntry,
    InputsEntry,
    IssueEntry,
    SentenceEntry,
    SettingsEntry,
    SourceEntry,
    WindowEntry,
)
from briefgen.model import Document, Keyword, Limits, Metadata, Theme, Tlp

SEEDS = Path(__file__).parent.parent / "seeds"
SENTENCE = re.compile(r"\S[^\n]*?[.!?][”’\")]*(?=\s|$)")
CHARACTERS = "abcdefgmnorstuMJ .,;:’“”-—\n1é"
CHANGES = 1_000

Span = tuple[int, int]


class Edit(NamedTuple):
    """What replaces `text[start:end]`; one character at most on either side."""

    start: int
    end: int
    put: str

    def apply(self, text: str) -> str:
        return text[: self.start] + self.put + text[self.end :]


def document(path: str, text: str) -> Document:
    hashed = sha256(text.encode()).hexdigest()
    return Document(path, hashed, Metadata(), text, (), (), "text")


def ledger_of(quoted: Sequence[tuple[Document, Sequence[Span]]]) -> Ledger:
    sources = tuple(source(number, one) for number, (one, _) in enumerate(quoted, start=1))
    places = [
        (one, number, span) for number, (one, spans) in enumerate(quoted, 1) for span in spans
    ]
    return Ledger(
        format=FORMAT,
        briefgen="0",
        issue=IssueEntry("s", "t", "o", Tlp.CLEAR, date(2026, 11, 21), "2026-W47", "en"),
        settings=SettingsEntry(("md",), "A4", Limits(), (Theme("all", "All", (Keyword("x"),)),)),
        inputs=InputsEntry("0" * 64, None, None, WindowEntry(None, None), (), (), (), ()),
        versions={},
        sources=sources,
        sentences=tuple(
            sentence(number, one, source_number, span)
            for number, (one, source_number, span) in enumerate(places, start=1)
        ),
        considered=(),
        artefacts=(),
    )


def source(number: int, one: Document) -> SourceEntry:
    length = len(one.text)
    return SourceEntry(
        number,
        one.path,
        one.sha256,
        "text",
        "utf-8",
        length,
        None,
        None,
        None,
        None,
        None,
        None,
        (),
        None,
    )


def sentence(number: int, one: Document, source_number: int, span: Span) -> SentenceEntry:
    start, end = span
    prefix, suffix = context(one.text, start, end)
    return SentenceEntry(
        number=number,
        role="section",
        theme="all",
        source=source_number,
        text=one.text[start:end],
        start=start,
        end=end,
        prefix=prefix,
        suffix=suffix,
        copies=copies(one.text, start, end),
        lead_in=False,
        score=0.0,
        features={},
        terms=(),
    )


def seeds() -> list[tuple[Document, list[Span]]]:
    """Return every seed with every second of its sentences cited, both copies where it has two."""
    quoted = []
    for path in sorted(SEEDS.glob("*.txt")):
        one = document(path.name, path.read_bytes().decode("utf-8"))
        found = list(SENTENCE.finditer(one.text))
        times = Counter(match[0] for match in found)
        spans = [m.span() for i, m in enumerate(found) if i % 2 == 0 or times[m[0]] > 1]
        quoted.append((one, spans))
    return quoted


def verdict(ledger: Ledger, *documents: Document) -> Report:
    return verify(ledger, {one.path: one for one in documents})


def edited(ledger: Ledger, one: Document, edit: Edit) -> Report:
    """Verify a ledger of one source after `edit`."""
    return verdict(ledger, document(one.path, edit.apply(one.text)))


def kinds(text: str, place: int, chance: random.Random) -> Iterator[Edit]:
    other = chance.choice([char for char in CHARACTERS if char != text[place]])
    yield Edit(place, place + 1, other)
    yield Edit(place, place + 1, "")
    yield Edit(place, place, chance.choice(CHARACTERS))


def inside(text: str, span: Span, chance: random.Random) -> Edit:
    """Return a change to the quotation, and not one that has the effect of a change beside it."""
    while True:
        edit = chance.choice(list(kinds(text, chance.randrange(span[0], span[1]), chance)))
        strictly = edit.start < edit.end or edit.start > span[0]
        if strictly and not beside(text, span, edit):
            return edit


def beside(text: str, span: Span, edit: Edit) -> bool:
    """Whether the quotation is left whole, as by another full stop put before its full stop."""
    start, end = span
    after = edit.apply(text)
    shift = len(after) - len(text)
    return text[start:end] in (after[start:end], after[max(0, start + shift) : end + shift])


def outside(text: str, spans: Sequence[Span], chance: random.Random) -> Edit:
    """Return a change anywhere else, at the very edges of quotations as well."""
    while True:
        edit = chance.choice(list(kinds(text, chance.randrange(len(text)), chance)))
        if not any(touches(edit, span) for span in spans):
            return edit


def touches(edit: Edit, span: Span) -> bool:
    start, end = span
    if edit.start == edit.end:
        return start < edit.start < end
    return start <= edit.start < end


# --- one change at a time ----------------------------------------------------------------------


def test_1000_of_1000_changes_to_cited_passages_are_found() -> None:
    chance, quoted = random.Random(1), seeds()
    ledgers = [ledger_of([(one, spans)]) for one, spans in quoted]
    named = 0
    for _ in range(CHANGES):
        which = chance.randrange(len(quoted))
        one, spans = quoted[which]
        number = chance.randrange(len(spans))
        report = edited(ledgers[which], one, inside(one.text, spans[number], chance))
        alterations = report.sources[0].alterations
        named += not report.ok and [one.sentence for one in alterations] == [number + 1]
    assert named == CHANGES


def test_1000_changes_outside_cited_passages_give_no_false_alarm() -> None:
    chance, quoted = random.Random(2), seeds()
    ledgers = [ledger_of([(one, spans)]) for one, spans in quoted]
    intact = 0
    for _ in range(CHANGES):
        which = chance.randrange(len(quoted))
        one, spans = quoted[which]
        report = edited(ledgers[which], one, outside(one.text, spans, chance))
        intact += report.ok and report.sources[0].state is State.CHANGED
    assert intact == CHANGES


def many_outside(text: str, spans: Sequence[Span], chance: random.Random) -> list[Edit]:
    """Return 40 changes that do not touch each other or a quotation."""
    edits: list[Edit] = []
    while len(edits) < 40:
        edit = outside(text, spans, chance)
        if all(abs(edit.start - other.start) > 1 for other in edits):
            edits.append(edit)
    return edits


def apply_all(text: str, edits: Sequence[Edit]) -> str:
    for edit in sorted(edits, reverse=True):
        text = edit.apply(text)
    return text


def test_40_changes_at_once_give_no_false_alarm_and_hide_no_alteration() -> None:
    chance, quoted = random.Random(3), seeds()
    for _ in range(200):
        one, every = quoted[chance.randrange(len(quoted))]
        spans = sorted(chance.sample(every, 6))
        ledger, edits = ledger_of([(one, spans)]), many_outside(one.text, spans, chance)
        assert verdict(ledger, document(one.path, apply_all(one.text, edits))).ok
        number = chance.randrange(len(spans))
        edits.append(inside(one.text, spans[number], chance))
        report = verdict(ledger, document(one.path, apply_all(one.text, edits)))
        assert [one.sentence for one in report.sources[0].alterations] == [number + 1]


def test_either_copy_of_a_repeated_sentence_is_found_altered_while_the_other_stands() -> None:
    one, spans = seeds()[1]
    times = Counter(one.text[start:end] for start, end in spans)
    repeated = [span for span in spans if times[one.text[slice(*span)]] > 1]
    assert len(repeated) == 2
    for start, end in repeated:
        ledger = ledger_of([(one, [(start, end)])])
        for place in range(start, end):
            report = edited(ledger, one, Edit(place, place + 1, "#"))
            assert [one.sentence for one in report.sources[0].alterations] == [1]


@pytest.mark.parametrize("char", ["x", " ", "."])
def test_a_change_at_the_very_edge_of_a_quotation_leaves_it_intact(char: str) -> None:
    text = "First one here. Second one. Third one at the end."
    spans = [(0, 15), (16, 27), (28, 49)]
    one = document("a.txt", text)
    ledger = ledger_of([(one, spans)])
    edges = sorted({edge for span in spans for edge in span})
    gaps = [15, 27]
    edits = [Edit(edge, edge, char) for edge in edges]
    edits += [
        Edit(gap, gap + 1, put) for gap in gaps for put in (f"{char}", "") if put != text[gap]
    ]
    for edit in edits:
        assert edited(ledger, one, edit).ok, edit


# A tiny alphabet, so that texts repeat themselves in every way that could mislead.
TEXTS = st.text("ab.", min_size=1, max_size=120)


@st.composite
def cited(draw: st.DrawFn) -> tuple[str, Span]:
    text = draw(TEXTS) * draw(st.integers(1, 3))
    start = draw(st.integers(0, len(text) - 1))
    return text, (start, draw(st.integers(start + 1, len(text))))


@st.composite
def any_edit(draw: st.DrawFn, text: str) -> Edit:
    start = draw(st.integers(0, len(text)))
    end = draw(st.integers(start, min(start + 1, len(text))))
    put = (
        draw(st.sampled_from(["a", "b", ".", ""])) if end > start else draw(st.sampled_from("ab."))
    )
    return Edit(start, end, put)


@settings(max_examples=1_500, deadline=None)
@given(st.data())
def test_one_change_is_an_alteration_exactly_if_the_quotation_is_no_longer_there(
    data: st.DataObject,
) -> None:
    text, span = data.draw(cited())
    edit = data.draw(any_edit(text))
    one = document("a.txt", text)
    report = edited(ledger_of([(one, [span])]), one, edit)
    if edit.apply(text) == text:
        assert report.sources[0].state is State.INTACT
    else:
        assert report.ok == (not touches(edit, span) or beside(text, span, edit))


# --- several changes ---------------------------------------------------------------------------

BODY = "Fuel is short. Schools have closed. The junta holds the capital. Trade has stopped."
CITED = (15, 35)


@pytest.mark.parametrize(
    "text",
    [
        "A new headline.\n" + BODY,
        "New. " + BODY.replace("Trade", "All trade") + " And a new end.",
        BODY.replace("Fuel is short. ", ""),
        "Schools have closed. " + BODY,
        BODY + "\n" + BODY,
    ],
)
def test_a_quotation_that_only_moved_is_intact(text: str) -> None:
    ledger = ledger_of([(document("a.txt", BODY), [CITED])])
    report = verdict(ledger, document("a.txt", text))
    assert report.ok
    assert report.sources[0].state is State.CHANGED


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("New. " + BODY.replace("closed", "opened"), "Schools have [open]ed."),
        (
            BODY.replace("Schools have closed. ", "") + " Schools have closed.",
            "[The junta holds the ]",
        ),
        (BODY.replace("closed. The junta", "opened. It"), "Schools have [open]ed."),
        (
            BODY.replace("closed", "closed again and again"),
            "Schools have closed[ again and again].",
        ),
        ("", "[]"),
    ],
)
def test_an_altered_quotation_is_shown_beside_what_stands_there_now(text: str, found: str) -> None:
    ledger = ledger_of([(document("a.txt", BODY), [CITED])])
    (check,) = verdict(ledger, document("a.txt", text)).sources
    assert check.state is State.ALTERED
    (alteration,) = check.alterations
    assert alteration.sentence == 1
    assert alteration.found.startswith(found)


@pytest.mark.parametrize(
    ("text", "elsewhere"),
    [
        (BODY.replace("closed", "opened"), False),
        (BODY.replace("closed", "opened") + " Schools have closed.", True),
        ("It is said: Schools have closed. Nobody knows.", True),
    ],
)
def test_the_same_words_beside_other_words_are_mentioned_but_do_not_count(
    text: str, elsewhere: bool
) -> None:
    ledger = ledger_of([(document("a.txt", BODY), [CITED])])
    report = verdict(ledger, document("a.txt", text))
    assert not report.ok
    assert report.sources[0].alterations[0].elsewhere == elsewhere


def test_a_copy_with_the_same_words_beside_it_does_not_stand_in_for_an_altered_one() -> None:
    text = f"{BODY}\n" * 4
    second = (CITED[0] + len(BODY) + 1, CITED[1] + len(BODY) + 1)
    ledger = ledger_of([(document("a.txt", text), [second])])
    altered = text[: second[0]] + "Shops have closed." + text[second[1] :]
    assert not verdict(ledger, document("a.txt", "New.\n" + altered)).ok
    assert verdict(ledger, document("a.txt", "New.\n" + text + "The end.")).ok


@given(st.text("abc ", max_size=200), st.text("abc ", max_size=200))
def test_a_difference_is_short_and_shown_on_both_sides(expected: str, actual: str) -> None:
    for shown in difference(expected, actual):
        assert len(shown) < 110
        assert "[" in shown


# --- whole sources -----------------------------------------------------------------------------


def test_untouched_sources_are_intact() -> None:
    quoted = seeds()
    report = verdict(ledger_of(quoted), *(one for one, _ in quoted))
    assert report.ok
    assert {check.state for check in report.sources} == {State.INTACT}


def test_a_missing_and_an_unreadable_source_are_told_apart_and_not_ok() -> None:
    quoted = seeds()[:2]
    report = verify(ledger_of(quoted), {quoted[1][0].path: "not text"})
    assert not report.ok
    assert [(check.state, check.reason) for check in report.sources] == [
        (State.MISSING, ""),
        (State.UNREADABLE, "not text"),
    ]


def test_a_quotation_altered_in_the_ledger_itself_is_found() -> None:
    one = document("a.txt", BODY)
    ledger = ledger_of([(one, [CITED])])
    forged = replace(ledger.sentences[0], text="Schools have opened.")
    report = verdict(replace(ledger, sentences=(forged,)), one)
    assert not report.ok
    assert report.sources[0].alterations[0].expected == "Schools have [open]ed."


def test_a_ledger_true_to_its_corpus_is_certified() -> None:
    quoted = seeds()
    certify(ledger_of(quoted), {one.path: one for one, _ in quoted})


@pytest.mark.parametrize("change", [{"text": "Schools have opened."}, {"start": 14}, {"source": 2}])
def test_a_ledger_that_is_not_verbatim_is_not_certified(change: dict[str, object]) -> None:
    one = document("a.txt", BODY)
    ledger = ledger_of([(one, [CITED])])
    wrong = replace(ledger, sentences=(replace(ledger.sentences[0], **change),))  # type: ignore[arg-type]
    with pytest.raises(LedgerError, match=r"does not match its sources:\n.*expected"):
        certify(wrong, {one.path: one})


def test_a_source_that_is_not_the_one_quoted_is_not_certified() -> None:
    ledger = ledger_of([(document("a.txt", BODY), [CITED])])
    other = document("a.txt", BODY + " More.")
    with pytest.raises(LedgerError, match=r"a\.txt: expected it intact, found it source changed"):
        certify(ledger, {other.path: other})
    with pytest.raises(LedgerError, match=r"a\.txt: expected it intact, found it missing"):
        certify(ledger, {})


# --- the issue's own files ---------------------------------------------------------------------


def test_files_of_the_issue_are_compared_with_what_was_built(tmp_path: Path) -> None:
    names = ("brief.md", "brief.html", "brief.pdf", "brief.txt")
    hashed = sha256(b"built").hexdigest()
    artefacts = tuple(ArtefactEntry(name, "text/plain", hashed) for name in names)
    (tmp_path / "brief.md").write_bytes(b"built")
    (tmp_path / "brief.html").write_bytes(b"built and altered")
    os.mkfifo(tmp_path / "brief.txt")
    checks = check_artefacts(replace(ledger_of([]), artefacts=artefacts), tmp_path)
    assert [(check.name, check.state) for check in checks] == [
        ("brief.md", State.INTACT),
        ("brief.html", State.ALTERED),
        ("brief.pdf", State.MISSING),
        ("brief.txt", State.UNREADABLE),
    ]

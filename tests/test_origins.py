"""Reprints: what carries the same story is one origin, and its copies are not quoted."""

import random
from collections.abc import Iterable, Sequence
from datetime import date

import forms
import numpy as np
import pytest
from corpora import fold, gather
from hypothesis import given
from hypothesis import strategies as st

from briefgen.corpus.candidates import NEIGHBOURS, candidates
from briefgen.corpus.commonness import COMMON, LEAST
from briefgen.corpus.likeness import Likeness
from briefgen.corpus.reprints import reprints
from briefgen.corpus.samples import FEWEST
from briefgen.corpus.shingles import MOST, Signature, kept, signature, thin
from briefgen.corpus.signatures import Signatures, in_hand, recalled
from briefgen.model import Corpus, Metadata, Origin, Outcome, Source, Verdict, Window
from briefgen.read.text import document

WORDS = [f"{one}{two}{three}" for one in "bdfglmnprst" for two in "aeiou" for three in "klmnrst"]


def story(seed: int, words: int = 300) -> list[str]:
    """Return so many words that no other seed has in that order."""
    return random.Random(seed).choices(WORDS, k=words)


def edited(words: Sequence[str], share: float, seed: int = 0) -> list[str]:
    chance = random.Random(seed)
    return [chance.choice(WORDS) if chance.random() < share else word for word in words]


def said(words: Sequence[str]) -> str:
    lines = (words[start : start + 12] for start in range(0, len(words), 12))
    return " ".join(f"{' '.join(line).capitalize()}." for line in lines)


def verdict_of(path: str, words: Sequence[str], declared: Metadata | None = None) -> Verdict:
    source = Source(path, "", b"", declared or Metadata())
    return Verdict(path, Outcome.READ, document=document(source, said(words)))


def sign(words: Sequence[str]) -> Signature:
    return signature(document(Source("a", "", b""), said(words)))


def shares(signatures: Sequence[Signature]) -> list[float]:
    """Return what the first two of all documents have in common."""
    [found] = Likeness(in_hand(signatures)).compared(np.array([[0, 1]])).shares.tolist()
    return list(found)


def outcomes(corpus: Corpus) -> dict[str, str]:
    return {one.path: one.outcome for one in corpus.files}


def groups(corpus: Corpus) -> set[frozenset[str]]:
    return {frozenset(origin.members) for origin in corpus.origins}


STORY, OTHER, LOCAL = story(1), story(2), story(3)

REPRINTS = {
    "cut at the end": STORY[:220],
    "another lead": [*story(4, 40), *STORY[30:]],
    "an outlet's own words around it": [*story(5, 30), *STORY, *story(6, 40)],
    "paragraphs moved": [*STORY[150:], *STORY[:150]],
    "one word in ten changed": edited(STORY, 0.1),
}


@pytest.mark.parametrize("copy", REPRINTS.values(), ids=REPRINTS)
def test_a_reprint_is_folded_into_the_story_and_says_so(copy: list[str]) -> None:
    known = Metadata(published=date(2025, 11, 4))
    corpus = gather([verdict_of("a", copy), verdict_of("b", STORY, known), verdict_of("c", OTHER)])
    assert outcomes(corpus) == {"a": "reprint", "b": "read", "c": "read"}
    assert corpus.files[0].reason == "for the most part the text of b"
    assert [one.path for one in corpus.profiles] == ["b", "c"]
    assert groups(corpus) == {frozenset("ab"), frozenset("c")}


def test_a_story_within_a_local_one_is_the_same_origin_but_both_are_quoted() -> None:
    around = verdict_of("local", [*LOCAL[:200], *STORY, *LOCAL[200:]])
    wire = verdict_of("wire", STORY, Metadata(published=date(2025, 11, 4)))
    corpus = gather([around, wire, verdict_of("x", OTHER)])
    assert set(outcomes(corpus).values()) == {"read"}
    assert groups(corpus) == {frozenset({"local", "wire"}), frozenset({"x"})}
    corpus = gather([around, verdict_of("wire", STORY)])  # nobody was first: the fuller has it all
    assert outcomes(corpus) == {"local": "read", "wire": "reprint"}


def test_two_stories_do_not_become_one_because_a_digest_carries_both() -> None:
    digest = [*STORY, *OTHER[:260]]
    corpus = gather([verdict_of("a", STORY), verdict_of("b", OTHER), verdict_of("digest", digest)])
    assert groups(corpus) == {frozenset({"a", "digest"}), frozenset({"b"})}


def test_a_story_that_is_only_mentioned_makes_no_reprint() -> None:
    corpus = gather([verdict_of("a", STORY[:60]), verdict_of("b", [*story(7, 900), *STORY[:60]])])
    assert len(corpus.origins) == 2


def test_standing_text_of_an_outlet_makes_no_reprints() -> None:
    standing = story(8, 120)
    verdicts = [verdict_of(f"{n:03}", [*story(100 + n, 100), *standing]) for n in range(150)]
    assert len(gather(verdicts).origins) == 150


def test_short_texts_are_only_compared_as_wholes() -> None:
    words = story(9, FEWEST - 1)
    assert (
        len(gather([verdict_of("a", words), verdict_of("b", [*words[:-1], "noon"])]).origins) == 2
    )
    assert len(gather([verdict_of("a", words), verdict_of("b", words)]).origins) == 1


EARLY, LATE = date(2025, 11, 3), date(2025, 11, 5)

# --- texts on one form ----------------------------------------------------------------------------


def gathered(texts: Iterable[str], *declared: Metadata) -> Corpus:
    """Return the corpus of these texts, in files `00`, `01` and so on."""
    verdicts = []
    for number, text in enumerate(texts):
        known = declared[number] if declared else Metadata()
        one = document(Source(f"{number:02}", "", b"", known), text)
        verdicts.append(Verdict(one.path, Outcome.READ, document=one))
    return gather(verdicts)


@pytest.mark.parametrize("form", forms.FORMS)
def test_texts_on_one_form_are_no_reprints_but_a_correction_of_one_is(form: str) -> None:
    corpus = gathered(forms.series(form, 6))
    assert set(outcomes(corpus).values()) == {"read"}
    assert len(corpus.origins) == 6
    text = forms.filled(form, 0)
    assert outcomes(gathered([text, forms.corrected(text)])) == {"00": "read", "01": "reprint"}


def test_two_outlets_with_one_form_carry_two_stories() -> None:
    declared = [Metadata(publisher=name, published=EARLY) for name in ("P", "Q")]
    assert len(gathered(forms.series("earthquake", 2), *declared).origins) == 2


REPORT = " ".join(
    """
    Fire crews from {} towns fought the blaze for {} hours after it broke out near the mill on {}
    March. {} people were led to safety, and {} were taken to hospital with burns, the chief of the
    crews said. The damage is put at {} million dollars, or {} percent of what the mill earns in a
    year. The mill had been checked {} times since it opened, and had been told to mend its pumps.
    """.split()
)
"""A story, that it may be seen what other figures make of it."""
FIGURES = (3, 14, 12, 240, 17, 36, 41, 9)


@pytest.mark.parametrize(
    ("figures", "are_reprints"),
    [
        ((3, 14, 12, 240, 18, 36, 41, 9), True),  # a correction
        ((3, 16, 12, 240, 21, 36, 41, 9), True),  # a newer version
        (("3", "14", "12", "240", "17", "36.0", "41", "9"), True),
        ((5, 22, 19, 310, 26, 58, 63, 2), False),
        ((5, 22, 19, 240, 17, 58, 63, 2), False),
    ],
)
def test_a_newer_version_has_most_figures_of_the_older_and_a_report_of_another_event_has_few(
    figures: Sequence[object], are_reprints: bool
) -> None:
    corpus = gathered([REPORT.format(*FIGURES), REPORT.format(*figures)])
    assert (len(corpus.origins) == 1) is are_reprints


STYLES = {
    "percent": ((" percent", "%"),),
    "day": (("12 March", "March 12"),),
    "money": (("36 million dollars", "$36m"),),
    "thousands": (("2,400", "2400"),),
    "hours": (("14 hours", "14h"),),
    "all of it": ((" percent", "%"), ("12 March", "March 12"), ("2,400", "2400"), (" hours", "h")),
}


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
def test_another_way_to_write_figures_makes_no_other_text(
    style: Sequence[tuple[str, str]],
) -> None:
    text = restyled = REPORT.format(*FIGURES).replace("240", "2,400")
    for written, other in style:
        restyled = restyled.replace(written, other)
    assert restyled != text
    assert len(gathered([text, restyled]).origins) == 1


NOTICE = (
    "Notice of the port. {} Trucks should use the east gate and have their papers ready. The duty"
    " pilot can be reached at any hour on the usual channel. Delays are put up on the board at the"
    " gate as soon as they are known to the harbour office. The next notice appears tomorrow at the"
    " same hour, and all notices can be read on the pages of the office by anyone who wishes to."
)
OWN = (
    "A barge sank at berth two and blocks the fairway until divers have raised it.",
    "Customs officers found rifles in a shipment of tiles from abroad on Sunday night.",
)


def test_of_reports_that_say_the_same_each_day_the_newest_stands_for_all() -> None:
    days = [date(2025, 11, day) for day in (4, 6, 5)]
    texts = [NOTICE.format(f"It is the {day.day}th.") for day in days]
    port = [Metadata(publisher="Port", published=day) for day in days]
    corpus = gathered(texts, *port)
    assert outcomes(corpus) == {"00": "reprint", "01": "read", "02": "reprint"}
    assert corpus.origins[0].members[0] == "01"
    others = [
        Metadata(publisher=name, published=day) for name, day in zip("PQR", days, strict=True)
    ]
    assert outcomes(gathered(texts, *others))["00"] == "read"  # the first of several outlets


def test_a_report_with_a_sentence_of_its_own_is_none_of_those_that_say_the_same() -> None:
    declared = [Metadata(publisher="Port", published=day) for day in (EARLY, LATE)]
    texts = [NOTICE.format(own) for own in OWN]
    assert set(outcomes(gathered(texts, *declared)).values()) == {"read"}
    assert "reprint" in outcomes(gathered(texts)).values()


# --- who stands for all --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "second", "face"),
    [
        (Metadata(published=LATE), Metadata(published=EARLY), "b"),
        (Metadata(publisher="P", title="T", author="A"), Metadata(published=LATE), "b"),
        (Metadata(), Metadata(publisher="P"), "b"),
        (Metadata(published=EARLY), Metadata(published=EARLY, address="https://e.example"), "b"),
        (Metadata(), Metadata(), "a"),
    ],
)
def test_the_earliest_dated_stands_for_all_else_the_best_sourced(
    first: Metadata, second: Metadata, face: str
) -> None:
    for copy in (STORY, edited(STORY, 0.05)):
        corpus = gather([verdict_of("a", STORY, first), verdict_of("b", copy, second)])
        assert [one.path for one in corpus.profiles] == [face]
        assert corpus.origins[0].members[0] == face


def test_of_copies_alike_the_fuller_stands_for_all() -> None:
    corpus = gather([verdict_of("a", STORY[:250]), verdict_of("b", STORY)])
    assert [one.path for one in corpus.profiles] == ["b"]


WEEK = Window(date(2025, 11, 3), date(2025, 11, 9))


@pytest.mark.parametrize(
    ("days", "found"),
    [
        ((date(2025, 10, 1), date(2025, 11, 4)), {"a": "reprint", "b": "read"}),
        ((date(2025, 10, 1), None), {"a": "outside", "b": "reprint"}),
        ((date(2025, 10, 1), date(2025, 12, 1)), {"a": "outside", "b": "reprint"}),
        ((None, date(2025, 11, 4)), {"a": "reprint", "b": "read"}),
    ],
)
def test_a_story_is_in_the_window_if_any_dated_copy_is(
    days: tuple[date | None, date | None], found: dict[str, str]
) -> None:
    copies = (STORY, edited(STORY, 0.05))
    verdicts = [
        verdict_of(path, words, Metadata(published=day))
        for path, words, day in zip("ab", copies, days, strict=True)
    ]
    corpus = gather([*verdicts, verdict_of("z", OTHER)], WEEK)
    assert outcomes(corpus) == {**found, "z": "read"}
    assert all(one.members[0] in {"b", "z"} for one in corpus.origins)


def test_outlets_of_one_family_are_one_publisher() -> None:
    outlets = {"a": "The Morning", "b": "the evening", "c": "The Weekly", "d": None}
    verdicts = [verdict_of(path, STORY, Metadata(publisher=name)) for path, name in outlets.items()]
    families = {"the morning": "The Group", "the evening": "The Group"}
    [origin] = gather(verdicts, families=families).origins
    assert origin == Origin(("a", "b", "c", "d"), ("The Group", "The Group", "The Weekly", None))


# --- laws ----------------------------------------------------------------------------------------


def mixed() -> list[Verdict]:
    made = [verdict_of(f"{name}.txt", words) for name, words in REPRINTS.items()]
    others = [
        verdict_of("story.txt", STORY),
        verdict_of("copy.txt", STORY),
        verdict_of("other.txt", OTHER),
    ]
    odd = [Verdict("x.pdf", Outcome.REFUSED, "no reader"), Verdict("e.txt", Outcome.EMPTY, "empty")]
    return [*made, *others, *odd]


def test_the_corpus_does_not_depend_on_the_order_in_which_files_were_read() -> None:
    verdicts = mixed()
    expected = gather(verdicts)
    for seed in range(10):
        random.Random(seed).shuffle(verdicts)
        assert gather(verdicts) == expected


def test_every_file_seen_has_one_verdict_and_every_text_one_origin() -> None:
    corpus = gather([*mixed(), *permuted()], WEEK)
    found = [one.outcome for one in corpus.files]
    assert sum(found.count(outcome) for outcome in Outcome) == len(found) == len(corpus.files)
    members = [path for origin in corpus.origins for path in origin.members]
    assert len(members) == len(set(members))
    assert {one.path for one in corpus.profiles} <= set(members)
    assert {one.path for one in corpus.files if one.outcome is Outcome.OUTSIDE} == {
        "old0",
        "old1",
    }


def permuted() -> list[Verdict]:
    old = Metadata(published=date(2001, 1, 1))
    return [verdict_of(f"old{n}", story(50 + n), old) for n in range(2)]


def test_no_pair_is_proposed_twice_and_a_bucket_of_all_costs_a_few_comparisons_each() -> None:
    standing = story(10, 150)
    signatures = in_hand([sign([*standing, *story(200 + n, 150)]) for n in range(200)])
    pairs = candidates(signatures)
    assert len(pairs) == len({tuple(pair) for pair in pairs.tolist()})
    assert all(one < other for one, other in pairs.tolist())
    assert len(pairs) <= 2 * NEIGHBOURS * signatures.count
    assert reprints(signatures).compared <= (2 * NEIGHBOURS + 1) * signatures.count


def test_200_copies_of_one_story_are_one_origin_with_few_comparisons() -> None:
    copies = [[*edited(STORY, 0.02, seed=n), *story(300 + n, 20)] for n in range(200)]
    found = reprints(in_hand([sign(words) for words in copies]))
    assert set(found.origins) == {0} == set(found.faces)
    assert found.compared <= (NEIGHBOURS + 3) * len(copies)


def test_a_signature_depends_on_the_words_alone() -> None:
    shouted = said(STORY).upper().replace(". ", ".\n\n")
    other = signature(document(Source("b", "", b""), f"Subscribe now\n\n{shouted}"))
    assert other.tolist() == sign(STORY).tolist()
    assert other.dtype == np.uint32


@given(st.sets(st.integers(0, 2**32 - 1), max_size=400), st.integers(1, 100))
def test_samples_of_two_texts_are_drawn_alike(numbers: set[int], most: int) -> None:
    hashes = np.array(sorted(numbers), dtype=np.uint32)
    part = hashes[: len(hashes) // 2]
    sample, of_part = set(thin(hashes, most).tolist()), set(thin(part, most).tolist())
    assert len(sample) <= most
    assert sample & set(part.tolist()) <= of_part


@pytest.mark.parametrize("words", [300, 3000])
def test_shares_are_what_counting_by_hand_gives(words: int) -> None:
    whole = story(11, words)
    half = whole[: words // 2]
    first, second, copied = shares([sign(whole), sign(half)])
    assert second == copied == 1
    assert first == pytest.approx(0.5, abs=0.01 if words < MOST else 0.06)


def test_what_many_share_counts_less_the_more_share_it() -> None:
    standing = story(12, 100)
    few, many = (
        shares([sign([*standing, *story(400 + n, 100)]) for n in range(count)])
        for count in (COMMON, 10 * COMMON)
    )
    assert few[0] == pytest.approx(0.5, abs=0.03)
    assert many[0] == pytest.approx(LEAST / (1 + LEAST), abs=0.03)
    assert many[2] == pytest.approx(0.5, abs=0.03)


def test_nothing_at_all_has_no_reprints() -> None:
    for count in range(3):
        found = reprints(in_hand([sign([])] * count))
        assert found.origins.tolist() == found.faces.tolist() == list(range(count))
        assert found.compared == 0
    assert fold([]) == ()


def test_a_signature_that_is_kept_comes_back_as_it_was() -> None:
    assert kept(sign(STORY).tobytes()).tolist() == sign(STORY).tolist()


@pytest.mark.parametrize("part", [1, 3, 1000])
def test_reprints_do_not_depend_on_how_many_signatures_are_in_memory(
    part: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = [story(500 + n, 120) for n in range(12)]
    copies = [edited(made[n % 12], 0.03 * (n % 5), seed=n) for n in range(40)]
    shingles = {str(n): sign(words).tobytes() for n, words in enumerate(copies)}

    def every() -> Signatures:
        return recalled(list(shingles), lambda paths: map(shingles.__getitem__, paths))

    expected = reprints(every())
    monkeypatch.setattr("briefgen.corpus.signatures.PART", part)
    monkeypatch.setattr("briefgen.corpus.signatures.AT_HAND", part)
    monkeypatch.setattr("briefgen.corpus.likeness.AT_ONCE", part)
    found = reprints(every())
    assert found.origins.tolist() == expected.origins.tolist()
    assert found.faces.tolist() == expected.faces.tolist()
    assert len(set(expected.origins.tolist())) == 12

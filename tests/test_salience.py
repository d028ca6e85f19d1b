"""Weighing: the same whatever the partition, linear in its reasons, honest about empty themes."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_matrix
from sklearn.preprocessing import normalize
from threadpoolctl import threadpool_limits

from briefgen.language import ends, terms
from briefgen.model import BlockKind, Candidate, Keyword, Metadata, Sentence, Source, Theme
from briefgen.read import text
from briefgen.salience import weigh, weigh_for
from briefgen.salience.bm25 import bm25
from briefgen.salience.counts import Statistics, count, total
from briefgen.salience.features import (
    FULL,
    View,
    first_person,
    general,
    heads,
    introduces,
    inverse_frequency,
    opens,
    segment,
    spread,
    unit,
)
from briefgen.salience.fitting import fitting
from briefgen.salience.grams import grams
from briefgen.salience.layout import Layout
from briefgen.salience.passes import tallies
from briefgen.salience.queries import queries
from briefgen.salience.score import asked, salience
from briefgen.salience.tally import tally
from briefgen.salience.uptake import uptake
from briefgen.salience.weights import CONTEXTS, FEATURES, context
from briefgen.split import split

WORDS = (
    "Fuel convoys burned near Kayes while Russian mercenaries guarded the mines of Bamako".split()
)

ARTICLES = (
    "Fuel crisis\n"
    "The fuel blockade of Bamako has closed every school in the city. Tanker trucks burn on the "
    "road from Dakar. Residents queue for days to buy petrol.\n"
    "The army has not reopened the road.\n",
    "Russian mercenaries guard the mines of the north. Moscow sent them after the French left.\n"
    "The fuel blockade of Bamako continues, and the mercenaries stay in their bases. The army of "
    "Mali buys its weapons in Moscow.\n",
    "Rain fell on the coast. Farmers in Senegal planted rice after the rain.\n",
)

BLOCKADE = Theme("blockade", "Blockade", (Keyword("fuel blockade", 2.0), Keyword("tanker trucks")))
RUSSIA = Theme("russia", "Russia", (Keyword("Russian mercenaries"), Keyword("Moscow")))


def sentences(*articles: str) -> tuple[Sentence, ...]:
    sources = (Source(f"{number}.txt", "", b"", Metadata()) for number in range(len(articles)))
    return split(
        text.document(source, article) for source, article in zip(sources, articles, strict=True)
    )


CORPUS = sentences(*ARTICLES)


def of(theme: Theme, found: tuple[Candidate, ...]) -> list[Candidate]:
    return [one for one in found if one.theme == theme.id]


def test_each_theme_finds_what_is_said_of_it_best_first() -> None:
    found = weigh(CORPUS, (BLOCKADE, RUSSIA))
    assert "fuel blockade" in of(BLOCKADE, found)[0].sentence.text
    assert of(RUSSIA, found)[0].sentence.text.startswith("Russian mercenaries")
    for theme in (BLOCKADE, RUSSIA):
        scores = [one.score for one in of(theme, found)]
        assert scores == sorted(scores, reverse=True)
        assert not any("rice" in one.sentence.text for one in of(theme, found))


def test_a_score_is_the_sum_of_what_its_features_added() -> None:
    for one in weigh(CORPUS, (BLOCKADE, RUSSIA)):
        assert one.score == pytest.approx(sum(one.features.values()))


def test_what_has_a_keyword_whole_is_told_from_what_is_only_like_one() -> None:
    theme = Theme("school", "Schools", (Keyword("schools of a city"), Keyword("siege of Bamako")))
    found = {one.sentence.text: one.has_keyword for one in weigh(CORPUS, (theme,))}
    assert found == {text: "school in the city" in text for text in found}
    assert {*found.values()} == {True, False}


@pytest.mark.parametrize("words", ["rice, fuel blockade", "rice\N{ARABIC COMMA} fuel blockade"])
def test_what_is_asked_for_between_commas_are_keywords(words: str) -> None:
    found = {one.sentence.text: one.has_keyword for one in weigh_for(CORPUS, words)}
    assert found == {text: "fuel blockade" in text or "rice" in text for text in found}
    assert not any(one.has_keyword for one in weigh_for(CORPUS, "rice fuel blockade"))


def test_what_a_sentence_is_worth_anywhere_is_the_same_to_every_theme() -> None:
    found = weigh(
        CORPUS, (BLOCKADE, replace(BLOCKADE, id="siege", keywords=(Keyword("blockade"),)))
    )
    worth: dict[Sentence, set[float]] = {}
    for one in found:
        worth.setdefault(one.sentence, set()).add(round(one.salience, 9))
    assert max(Counter(one.sentence for one in found).values()) == 2
    assert all(len(some) == 1 for some in worth.values())


def test_the_reasons_name_terms_of_the_sentence_largest_first() -> None:
    best = of(BLOCKADE, weigh(CORPUS, (BLOCKADE,)))[0]
    named = [term for term, _ in best.terms]
    values = [value for _, value in best.terms]
    assert "fuel blockade" in named[:3]
    assert values == sorted(values, reverse=True)
    assert min(values) > 0
    content = terms(best.sentence.text)
    assert set(named) <= {*content, *map(" ".join, pairwise(content))}


def test_a_theme_whose_keywords_stand_nowhere_whole_gets_no_candidates() -> None:
    absent = Theme("absent", "Absent", (Keyword("fuel rockets"), Keyword("blockade of Havana")))
    assert weigh(CORPUS, (absent,)) == ()


def test_a_theme_whose_keyword_stands_only_in_another_form_gets_candidates() -> None:
    singular = Theme("mercenary", "Mercenary", (Keyword("Russian mercenary"),))
    assert weigh(CORPUS, (singular,))[0].sentence.text.startswith("Russian mercenaries")


@pytest.mark.parametrize("phrase", ["closed every school", "closing of every school"])
def test_a_sentence_with_an_excluded_phrase_in_any_form_is_out(phrase: str) -> None:
    strict = Theme("blockade", "Blockade", BLOCKADE.keywords, exclusions=(phrase,))
    without = {one.sentence.text for one in weigh(CORPUS, (strict,))}
    assert not any("school" in one for one in without)
    assert any("school" in one.sentence.text for one in weigh(CORPUS, (BLOCKADE,)))


def test_a_heading_is_never_a_candidate() -> None:
    found = weigh(CORPUS, (Theme("crisis", "Crisis", (Keyword("fuel crisis"), Keyword("fuel"))),))
    assert "Fuel crisis" not in {one.sentence.text for one in found}


OUTLINE = (
    "Fuel blockade; the fuel blockade of Bamako; tanker trucks and the fuel blockade of every road "
    "from Kayes to Dakar; tanker trucks; the army in the north; what is left to do, by region and "
    "by the date of the last report (fuel blockade)"
)


def test_a_fragment_is_never_a_candidate_however_full_of_keywords_it_is() -> None:
    found = weigh(sentences(f"{ARTICLES[0]}\n{OUTLINE}\n", *ARTICLES[1:]), (BLOCKADE,))
    assert found
    assert OUTLINE not in {one.sentence.text for one in found}


def test_a_document_of_fragments_alone_is_weighed_all_the_same() -> None:
    assert [one.sentence.text for one in weigh(sentences(OUTLINE), (BLOCKADE,))] == [OUTLINE]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The road is closed.", True),
        ("“The road is closed.”", True),
        ("The road is closed. (Reuters)", True),
        ("The road is closed.[12]", True),
        ("Is the road closed?", True),
        ("الطريق مغلق؟", True),
        ("These roads are closed:", True),
        ("Roads; bridges;", False),
        ("The road (closed)", False),
        ("The road", False),
        ("", False),
    ],
)
def test_a_sentence_ends_with_a_stop_whatever_closes_behind_it(text: str, expected: bool) -> None:
    assert ends(text) is expected


def test_the_sentence_before_is_that_of_the_same_block() -> None:
    for one in weigh_for(CORPUS, ""):
        if one.sentence.position == 0:
            assert one.before is None
        else:
            assert one.before is not None
            assert (one.before.document, one.before.block) == (
                one.sentence.document,
                one.sentence.block,
            )
            assert one.before.position == one.sentence.position - 1


def test_what_a_sentence_introduces_counts_as_far_as_the_rest_of_its_document_takes_it_up() -> None:
    told = sentences(
        "Tanker trucks\n"
        "The blockade closed schools in Bamako. Rain fell on rice. The blockade goes on in Bamako, "
        "where tanker trucks burn. Schools wait for tanker trucks.\n",
        "The blockade goes on. Elsewhere nothing is new.\n",
    )
    heading, opening, aside, again, last, *other = introduces(
        View.of(tally(told), count(tally(told)))
    )
    assert min(opening, again) > 0
    assert [heading, aside, last, *other] == [0, 0, 0, 0, 0]


TEXTS = st.lists(st.lists(st.integers(0, 5), max_size=4), min_size=1, max_size=6)


@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_uptake_is_what_new_terms_add_to_the_cosine_to_all_that_follows(
    corpus: list[list[list[int]]],
) -> None:
    texts = [one for document in corpus for one in document]
    rows = np.repeat(np.arange(len(texts)), [len(one) for one in texts])
    said = (np.ones(len(rows)), (rows, [term for one in texts for term in one]))
    weights = normalize(csr_matrix(said, shape=(len(texts), 6)))
    found = uptake(weights, np.repeat(np.arange(len(corpus)), [len(one) for one in corpus]))
    sizes = np.cumsum([0, *(len(one) for one in corpus)])
    for first, end in pairwise(sizes):
        own = weights[first:end].toarray()
        for place, one in enumerate(own):
            new = np.where(own[:place].any(axis=0), 0.0, one)
            whole = new @ unit(own[place + 1 :].sum(axis=0))
            assert found[first + place] == pytest.approx(whole, abs=1e-5)
        alone = uptake(weights[first:end], np.zeros(end - first, dtype=np.int64))
        assert found[first:end].tolist() == alone.tolist()


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("The army said the road was open to the U.S. convoy.", 0),
        ("“We want our road back,” he told us.", 3),
        ("I know my town, and ours is not theirs.", 3),
        ("World War I left a gold mine to Ivan I. Petrov.", 0),
    ],
)
def test_who_speaks_of_himself_is_told_by_his_words(written: str, expected: int) -> None:
    told = tally(sentences(written))
    assert first_person(View.of(told, count(told))).tolist() == [expected]


@given(st.sets(st.integers(0, len(CORPUS) - 1)))
def test_some_sentences_have_the_features_they_have_among_all(chosen: set[int]) -> None:
    told = tally(CORPUS)
    view, rows = View.of(told, count(told)), np.array(sorted(chosen), dtype=np.int64)
    assert general(view.at(rows)).tolist() == general(view)[rows].tolist()


def test_a_length_is_the_same_to_the_bit_however_many_threads_there_are() -> None:
    vector = np.sin(np.arange(200_000.0))
    with threadpool_limits(1):
        alone = unit(vector)
    assert unit(vector).tobytes() == alone.tobytes()


FORMS = "They mobilised dockers. They mobilise soldiers. They mobilised everybody. It rained."


@pytest.mark.parametrize("theme", [asked("mobilisation"), Theme("x", "", (Keyword("mobilising"),))])
def test_what_is_asked_for_is_worth_the_same_in_any_form_of_its_words(theme: Theme) -> None:
    statistics = count(tally(sentences(FORMS)))
    query = queries([theme], statistics, ["en"]).vectors.toarray()[0]
    worth = query * inverse_frequency(statistics)
    assert sorted(statistics.sentences[query > 0]) == [1, 2]
    assert worth[query > 0] == pytest.approx(worth.max())


def test_what_the_corpus_does_not_have_is_as_if_it_were_not_asked_for() -> None:
    statistics = count(tally(CORPUS))
    long, short = (
        queries([asked(words)], statistics, ["en"]).vectors.toarray()
        for words in ("Please describe the Tokyo blockade!", "blockade")
    )
    assert np.array_equal(long, short)


def test_in_a_request_what_the_corpus_takes_up_counts_more_than_what_is_rare_in_it() -> None:
    many = sentences(
        "Fuel is short. The fuel ran out. Nobody has fuel. It has its causes.", "Rain."
    )
    statistics = count(tally(many))
    query = queries(
        [asked("the causes of the want of fuel")], statistics, ["en"]
    ).vectors.toarray()[0]
    first, second = (
        query[np.flatnonzero(queries([asked(word)], statistics, ["en"]).vectors.toarray()[0])].max()
        for word in ("fuel", "causes")
    )
    assert first > second > 0


NEWS = "Fuel convoys burned.\nThe army came late.\nIt rained.\n"
REPORT = "Fuel convoys burned near Kayes. The army came. It rained all day.\n" * 4


@pytest.mark.parametrize(
    ("text", "opened"),
    [
        (NEWS, [3, 1, 1]),
        (NEWS.replace("\n", " "), [3, 1, 1]),
        (REPORT, [3, 1, 1] * 4),
        (REPORT.replace("\n", " "), [FULL] + [1] * 11),
        (f"{NEWS}{NEWS}{REPORT}", [4, 1, 1, 1, 1, 1] + [3, 1, 1] * 4),
        ("Fuel convoys burned.", [1]),
    ],
)
def test_a_sentence_opens_its_paragraph_and_the_first_of_short_ones_a_story(
    text: str, opened: list[int]
) -> None:
    told = tally(sentences(text))
    assert opens(View.of(told, count(told))) == pytest.approx(np.log2(np.minimum(opened, FULL)))


@pytest.mark.parametrize(
    ("texts", "article", "long"),
    [
        ([NEWS], 1.0, 0.0),
        ([NEWS] * 4, 0.25, 0.0),
        ([REPORT], 0.0, 1.0),
        ([NEWS, REPORT], 0.0, 4 / 7),
    ],
)
def test_a_corpus_is_one_article_if_it_is_short_of_documents_and_of_long_paragraphs(
    texts: list[str], article: float, long: float
) -> None:
    shares = dict(zip(CONTEXTS, context(count(tally(sentences(*texts)))), strict=True))
    assert shares == pytest.approx(
        {
            "always": 1.0,
            "one article": article,
            "long blocks": long,
            "headed blocks": 0.0,
            "several reports": long * (1 - 1 / len(texts)),
            "theme of several": 0.0,
        }
    )
    asked_of = dict(zip(CONTEXTS, context(count(tally(sentences(*texts))), True), strict=True))
    assert asked_of["theme of several"] == pytest.approx(1 - 1 / len(texts))


LONG_BLOCK = "The bridge is closed. Lorries wait on the bank. Traders sell bread there."
HEADED = f"Soldiers closed the bridge.\n{LONG_BLOCK}\n{LONG_BLOCK}\n{LONG_BLOCK}"


def test_a_short_block_before_a_long_one_is_a_topline_and_the_long_one_is_headed() -> None:
    view = View.of(tally(sentences(HEADED)), count(tally(sentences(HEADED))))
    assert view.layout.headed.tolist() == [3] + [0] * 9
    assert heads(view).tolist() == [2.0] + [0.0] * 9
    [share] = [
        value
        for name, value in zip(CONTEXTS, context(view.statistics), strict=True)
        if name == "headed blocks"
    ]
    assert share == pytest.approx(1 / 3)


@pytest.mark.parametrize(
    ("text", "headed"),
    [
        ("One is here.\nTwo is here.", [0, 0]),  # no long block
        ("One is here. Two. Three is here.\nOne. Two. Three.", [0] * 6),  # no short one
        ("Before it. Of two.\nOne is here. Two. Three.", [3, 3, 0, 0, 0]),
        ("Before it is this.\nOne is here. Two.", [0, 0, 0]),  # two make no long block
    ],
    ids=["short", "long", "two and three", "one and two"],
)
def test_a_topline_has_two_sentences_at_most_and_a_long_block_three_at_least(
    text: str, headed: list[int]
) -> None:
    assert Layout.of(tally(sentences(text))).headed.tolist() == headed


def test_a_topline_is_of_one_document_with_what_it_stands_before() -> None:
    both = sentences("Soldiers closed the bridge.", LONG_BLOCK)
    assert not Layout.of(tally(both)).headed.any()


BRIDGE = [
    "Bridge soldiers lorries.",
    "Soldiers closed the bridge to lorries.",
    "Lorries wait at the bridge.",
    "Harvest millet farmers rain.",
    "Farmers await rain for the millet.",
    "Millet harvest needs rain.",
]


def segments_of(texts: list[str]) -> list[float]:
    view = View.of(tally(sentences("\n".join(texts))), count(tally(sentences("\n".join(texts)))))
    return [float(one) for one in segment(view)]


def test_a_block_opens_a_segment_if_it_is_like_what_follows_and_unlike_what_precedes() -> None:
    found = segments_of(BRIDGE)
    assert max(found[1:], default=0.0) == found[3] > 0
    assert found[2] < 0
    assert segments_of(["Soldiers closed the bridge. Lorries wait at the bridge."]) == [0.0, 0.0]


def test_the_segments_are_those_of_their_formula() -> None:
    told = sentences("\n".join(BRIDGE), "\n".join(BRIDGE[::-1]))
    view = View.of(tally(told), count(tally(told)))
    own = view.weights.toarray()
    alike = own @ own.T

    def mean(row: int, steps: Sequence[int]) -> float:
        rows = [row + step for step in steps if row // 6 == (row + step) // 6]
        return float(alike[row, rows].mean()) if rows else 0.0

    expected = [mean(row, (1, 2, 3)) - mean(row, (-1, -2, -3)) for row in range(12)]
    assert view.segment == pytest.approx(expected)


def test_a_term_is_counted_once_for_each_document_that_says_it_outside_headings() -> None:
    told = sentences("Fuel\nFuel burned. Fuel burned.", "Rain fell. Fuel burned.", "Fuel")
    statistics = count(tally(told))
    assert any(one.kind is BlockKind.HEADING for one in told)
    expected = Counter(
        term
        for document in {one.document for one in told}
        for term in {
            term
            for one in told
            if one.document == document and one.kind is not BlockKind.HEADING
            for term in grams((one.text, one.language)).values()
        }
    )
    found = zip(statistics.columns.tolist(), statistics.documents.tolist(), strict=True)
    assert dict(found) == dict(expected)


def test_what_more_documents_say_is_spread_wider() -> None:
    told = sentences(
        "Soldiers closed the bridge.", "Soldiers closed the bridge.", "Farmers await the rain."
    )
    view = View.of(tally(told), count(tally(told)))
    assert spread(view).tolist() == pytest.approx([1.0, 1.0, 0.0])


def test_a_document_answers_a_theme_by_bm25() -> None:
    told = sentences(
        "Fuel fuel depot burned.", "Fuel arrived at the harbour today by ship.", "Rain."
    )
    statistics = count(tally(told))
    asked_for = queries([asked("fuel")], statistics, ["en"]).words
    uses, lengths = np.array([2.0, 1.0, 0.0]), np.array([7.0, 9.0, 1.0])
    expected = uses / (uses + 1.2 * (0.25 + 0.75 * lengths / lengths.mean()))
    assert bm25(tally(told), statistics, asked_for)[0] == pytest.approx(expected)


def test_a_theme_is_about_its_documents_and_takes_all_that_they_say() -> None:
    about = (
        "The fuel blockade of Bamako goes on. Tanker trucks burn by the fuel depot. The fuel"
        " blockade has closed all schools. Teachers have gone home to their villages.\n"
    )
    found = weigh(sentences(about, ARTICLES[2], ARTICLES[2]), [BLOCKADE])
    assert any("Teachers" in one.sentence.text for one in found)
    roundup = about + ARTICLES[2] + "Wheat is dear. A ship sank. Cotton rots. The king is ill. " * 3
    mixed = weigh(sentences(roundup, ARTICLES[2]), [BLOCKADE])
    assert mixed and not any("rice" in one.sentence.text for one in mixed)


@pytest.mark.parametrize(("article", "left"), [(1.0, 0.5), (0.5, 0.5**0.5), (0.0, 1.0)])
def test_in_one_article_likeness_counts_the_less_the_less_its_sentences_differ_in_it(
    article: float, left: float
) -> None:
    likeness = [
        name in ("centroid", "leads", "introduces", "query", "feedback") for name in FEATURES
    ]
    wide = np.random.default_rng(0).random((9, len(FEATURES)))
    narrow = np.where(likeness, wide / 2, wide)
    shares = np.array([1.0, article, 0.0])
    worth = np.ones(len(FEATURES))
    counted = salience(narrow, worth, shares) / salience(wide, worth, shares)
    np.testing.assert_allclose(counted, np.tile(np.where(likeness, left, 1.0), (9, 1)))


@pytest.mark.parametrize("size", [1, 2, 3, 5, 100])
def test_candidates_are_the_same_however_the_corpus_is_cut(size: int) -> None:
    many = sentences(*(ARTICLES * 4))
    assert weigh(many, (BLOCKADE, RUSSIA), size) == weigh(many, (BLOCKADE, RUSSIA))


def test_a_partition_holds_whole_documents() -> None:
    parts = list(tallies(CORPUS, 1))
    assert [len(part.sentences) for part in parts] == [1, 1, 1]


def _same(one: Statistics, other: Statistics) -> bool:
    names = ("columns", "sentences", "counts", "leads")
    totals = ("total_sentences", "total_documents", "total_blocks", "long_blocks")
    return all(np.array_equal(getattr(one, name), getattr(other, name)) for name in names) and all(
        getattr(one, name) == getattr(other, name) for name in totals
    )


ANY_ARTICLES = st.lists(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(lambda some: " ".join(some) + "."),
    min_size=3,
    max_size=6,
)


@given(ANY_ARTICLES, st.integers(1, 4))
def test_adding_statistics_is_associative_and_gives_those_of_the_whole(
    articles: list[str], cut: int
) -> None:
    corpus = sentences(*articles)
    parts = [count(part) for part in tallies(corpus, 1)]
    whole = count(next(tallies(corpus)))
    assert _same(total(parts), whole)
    left, right = parts[:cut], parts[cut:]
    assert _same(total([total(left), *right]), whole)
    assert _same(total([*left[:-1], total([left[-1], *right])]), whole)


@given(st.text(max_size=200))
def test_any_text_can_be_summarised(words: str) -> None:
    corpus = sentences(words, "The army of Mali holds the road.")
    found = weigh_for(corpus, "army")
    assert all(np.isfinite(one.score) for one in found)


def test_what_is_asked_for_without_content_words_is_the_gist() -> None:
    assert [one.sentence for one in weigh_for(CORPUS, "of the")] == [
        one.sentence for one in weigh_for(CORPUS, "")
    ]


def test_nothing_to_weigh_gives_nothing() -> None:
    assert weigh((), (BLOCKADE,)) == ()
    assert weigh_for((), "anything") == ()


@pytest.mark.parametrize(
    ("written", "content"),
    [
        ("The U.S. told us", ["u.s."]),
        ("US and USA troops", ["u.s.", "u.s.", "troops"]),
        ("Mali’s al-Qaeda branch", ["mali", "al", "qaeda", "branch"]),
        ("Côte d’Ivoire", ["côte", "ivoire"]),
        ("of the and", []),
        ("88 percent", ["88", "percent"]),
    ],
)
def test_content_words_are_told_from_function_words(written: str, content: list[str]) -> None:
    assert terms(written) == content


@pytest.mark.parametrize(
    ("size", "near", "held", "routed", "fits"),
    [
        (4, 1, 1, True, 4),  # a quarter is like the theme, and holds a keyword: all is about it
        (5, 1, 1, True, 1),
        (12, 3, 1, True, 3),  # a tenth must hold a keyword
        (10, 3, 1, True, 10),
        (10, 3, 1, False, 1),
        (33, 9, 0, True, 9),  # a roundup without a keyword
        (34, 9, 0, True, 0),  # a long report on something else
        (66, 9, 1, True, 9),
        (67, 9, 1, True, 1),
    ],
)
def test_what_a_document_gives_a_theme(
    size: int, near: int, held: int, routed: bool, fits: int
) -> None:
    likeness = np.array([1.0] + [0.25] * near + [0.1] * (size - near))
    whole = np.array([1.0] + [1.0] * held + [0.0] * (size - held))
    document = np.array([0] + [1] * size)
    found = fitting(document, likeness, np.array([True] + [routed] * size), whole)
    assert found[0]
    assert found[1:].sum() == fits


@pytest.mark.parametrize(
    ("nearness", "routed", "fits"),
    [
        (0.21, True, True),
        (0.19, True, False),
        (0.41, False, True),
        (0.39, False, False),
    ],
)
def test_how_like_a_theme_a_sentence_must_be_depends_on_its_document(
    nearness: float, routed: bool, fits: bool
) -> None:
    likeness = np.array([1.0, nearness, 0.0, 0.0, 0.0, 0.0])
    found = fitting(
        np.array([0, 1, 1, 1, 1, 1]),
        likeness,
        np.array([True] + [routed] * 5),
        np.array([1.0, 0.0, 0.0, 0.0, 0.0, 0.0]),
    )
    assert found.tolist() == [True, fits, False, False, False, False]

"""Evaluation: the judge is right, chance and knowledge are where they must be, all is told."""

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen import pipeline
from briefgen.cli import main
from briefgen.errors import BriefgenError, UsageError
from briefgen.evaluation import Evaluation, evaluate, rouge
from briefgen.evaluation.oracle import greedy
from briefgen.evaluation.rouge import MEASURES, countable, recall
from briefgen.evaluation.systems import RIVALS, centroid, chance, contenders, lead, oracle, own
from briefgen.evaluation.table import table
from briefgen.read.jsonlines import Request, requests
from briefgen.salience.weights import LEARNT

PLACES = "Kayes Kati Segou Sikasso Mopti Gao Kidal Menaka".split()
WORDS = st.lists(st.sampled_from("fuel convoy convoys burned river Bamako the".split()))


def line(number: int, place: str) -> dict[str, Any]:
    """Return a line of two documents; its reference repeats the third sentence of the first."""
    told = [
        f"Soldiers left the town of {place} on day {number} of the march.",
        f"Convoys with fuel for {place} turned back at the river {number} times.",
        f"Markets near {place} stayed closed for a week of {number} storms.",
        f"Teachers from {place} wrote to the ministry about {number} schools.",
    ]
    other = f"Farmers around {place} sold {number} goats. Nobody in {place} bought the cattle."
    return {
        "id": f"report {number}",
        "documents": [{"text": " ".join(told)}, {"title": "Other", "text": other}],
        "references": [told[2]],
    }


def request(given: dict[str, Any]) -> Request:
    [found] = requests([json.dumps(given).encode()], "test")
    return found


@pytest.fixture
def reports() -> list[Request]:
    return [request(line(number, place)) for number, place in enumerate(PLACES)]


def ticking() -> Callable[[], float]:
    """Return a clock that goes on a second each time it is looked at."""
    seconds: Iterator[int] = count()
    return lambda: float(next(seconds))


def standing(evaluation: Evaluation, system: str, measure: str = "R-2") -> float:
    [found] = [one for one in evaluation.standings if one.system == system]
    return found.recall[measure].mean


# --- the judge ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("summary", "references", "words", "expected"),
    [
        (["the convoy burned"], ["the convoy burned"], 9, [1, 1, 1]),
        (["The convoys", "burned."], ["the convoy burned"], 9, [1, 1, 1]),  # stemmed
        (["burned the convoy"], ["the convoy burned"], 9, [1, 1 / 2, 2 / 3]),  # order
        (["the"], ["the convoy burned"], 9, [1 / 3, 0, 1 / 3]),  # stop words count
        (["a b c d"], ["a b c d"], 2, [1, 1, 1]),  # both are cut
        (["x a b"], ["a b"], 2, [1 / 2, 0, 1 / 2]),  # the summary is cut
        (["a b"], ["a b x y"], 2, [1, 1, 1]),  # the reference is cut
        (["a b"], ["a b", "c d"], 2, [1 / 2, 1 / 2, 1 / 2]),  # averaged
        ([], ["a b"], 2, [0, 0, 0]),
    ],
)
def test_recall_is_what_the_summary_has_of_the_references(
    summary: list[str], references: list[str], words: int, expected: list[float]
) -> None:
    assert recall(summary, references, words) == pytest.approx(expected)


@given(WORDS.filter(bool), WORDS.filter(bool))
@settings(deadline=None)
def test_the_memory_of_stems_changes_no_score_of_rouge_score(
    summary: list[str], reference: list[str]
) -> None:
    from rouge_score.rouge_scorer import RougeScorer

    plain = RougeScorer(list(MEASURES.values()), use_stemmer=True)
    expected = plain.score(" ".join(reference), " ".join(summary))
    found = recall(summary, [" ".join(reference)], 100)
    assert found == [expected[name].recall for name in MEASURES.values()]


def test_references_without_a_word_that_rouge_knows_are_not_countable() -> None:
    assert countable(["Bamako", "Бамако", "باماكو", "", "..."]) == ["Bamako"]


# --- the systems -------------------------------------------------------------------------------


def test_lead_takes_documents_in_turn_and_cuts_the_last_sentence(reports: list[Request]) -> None:
    assert lead(reports[0], 25) == [
        "Soldiers left the town of Kayes on day 0 of the march.",
        "Convoys with fuel for Kayes turned back",
        "Farmers around Kayes sold 0 goats.",
    ]


def test_chance_is_the_same_in_each_run_and_another_on_each_line(reports: list[Request]) -> None:
    def order(one: Request) -> list[int]:
        texts = " ".join(document.text for document in one.documents)
        return [texts.index(text) for text in chance(one, 30)]

    assert [chance(one, 30) for one in reports] == [chance(one, 30) for one in reports]
    assert len({tuple(len(text.split()) for text in chance(one, 30)) for one in reports}) > 1
    assert all(order(one) == sorted(order(one)) for one in reports)


def test_the_centroid_is_that_of_the_sentences_whatever_the_theme() -> None:
    said = (
        "Fuel is short in Bamako. Fuel is short in all of Mali. Goats were sold. Rain fell twice."
    )
    given = {"id": 1, "documents": [{"text": said}], "theme": "goats"}
    assert centroid(request(given), 4) == centroid(request(given | {"theme": "rain"}), 4)
    assert "Fuel" in "".join(centroid(request(given), 4))


def test_own_is_what_summarize_answers(reports: list[Request]) -> None:
    for one in reports:
        themed = one._replace(theme="schools")
        assert own(themed, 20) == pipeline.summarize(one.documents, "schools", 20)


def test_the_oracle_finds_what_the_reference_says(reports: list[Request]) -> None:
    for one in reports:
        assert oracle(one, 11) == list(one.references)


def test_the_oracle_takes_what_is_new_and_stops_when_nothing_is() -> None:
    texts = ["rain fell", "the convoy burned", "the convoy burned", "in the town"]
    assert list(greedy(texts, ["the convoy burned in the town"], 50)) == [1, 3]


@given(st.lists(WORDS.filter(bool), max_size=5), WORDS.filter(bool), st.integers(1, 12))
@settings(deadline=None)
def test_the_oracle_names_no_place_twice_and_needs_no_more_words_than_there_are(
    texts: list[list[str]], reference: list[str], words: int
) -> None:
    places = list(greedy([" ".join(one) for one in texts], [" ".join(reference)], words))
    assert len(set(places)) == len(places) <= len(texts)
    assert sum(len(texts[place]) for place in places[:-1]) < words


@pytest.mark.parametrize("name", [name for name in contenders() if name != "briefgen"])
@pytest.mark.parametrize("text", ["", "# Only a heading", "One.", "One sentence. Another thing."])
def test_no_system_fails_where_there_is_little_to_choose_from(name: str, text: str) -> None:
    given = {"id": 1, "documents": [{"text": text}], "references": ["One sentence."]}
    shown = " ".join(contenders()[name](request(given), 5))
    assert all(word in text for word in shown.split())


@pytest.mark.skipif(not find_spec("sumy"), reason="sumy is never asked for")
def test_sumys_rankings_are_those_of_its_own_summaries(reports: list[Request]) -> None:
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
    from sumy.nlp.stemmers import Stemmer
    from sumy.summarizers.lex_rank import LexRankSummarizer
    from sumy.summarizers.text_rank import TextRankSummarizer
    from sumy.utils import get_stop_words

    from briefgen.evaluation import rivals

    texts = [text for one in reports[:3] for text in lead(one, 1000)]
    document = ObjectDocumentModel([Paragraph([Sentence(one, rivals._TOKENIZER) for one in texts])])
    for rank, algorithm in zip(
        rivals.rankings(), (LexRankSummarizer, TextRankSummarizer), strict=True
    ):
        summarizer = algorithm(Stemmer("english"))
        summarizer.stop_words = get_stop_words("english")
        for number in (1, 4, len(texts)):
            expected = [str(one) for one in summarizer(document, number)]
            assert [texts[place] for place in sorted(rank(texts)[:number])] == expected


# --- figures -----------------------------------------------------------------------------------


def test_a_mean_lies_in_its_interval_and_knowledge_above_chance(reports: list[Request]) -> None:
    found = evaluate("reports", reports, 11, ticking())
    for one in found.standings:
        assert list(one.recall) == list(MEASURES)
        for figure in one.recall.values():
            assert 0 <= figure.low <= figure.mean <= figure.high <= 100
        assert one.seconds == len(reports)
    assert standing(found, "greedy oracle") == 100
    assert standing(found, "random") < 100


def test_the_interval_is_the_percentile_bootstraps() -> None:
    """Of many lines it is what the central limit theorem says, within what 2,000 samples show."""
    from briefgen.evaluation import _figures

    scores = np.random.default_rng(1).random((400, len(MEASURES)))
    for figure, column in zip(_figures(scores).values(), scores.T, strict=True):
        reach = 1.96 * 100 * column.std() / np.sqrt(len(column))
        assert figure.mean == pytest.approx(100 * column.mean(), abs=0.005)
        assert figure.low == pytest.approx(figure.mean - reach, abs=0.15 * reach)
        assert figure.high == pytest.approx(figure.mean + reach, abs=0.15 * reach)


def test_the_same_data_give_the_same_figures(reports: list[Request]) -> None:
    first, second = (evaluate("reports", reports, 20, ticking()) for _ in range(2))
    assert first == second


def test_lines_without_references_are_left_out_and_counted(reports: list[Request]) -> None:
    bare = reports[0]._replace(references=())
    foreign = reports[1]._replace(references=("Бамако",))
    found = evaluate("reports", [bare, *reports, foreign], 20, ticking())
    assert (found.judged, found.without_references) == (len(reports), 2)
    assert found.standings == evaluate("reports", reports, 20, ticking()).standings
    assert any(line.endswith("references to judge by: 2") for line in table([found]))


def test_nothing_to_judge_by_is_refused(reports: list[Request]) -> None:
    bare = [one._replace(references=()) for one in reports]
    with pytest.raises(UsageError, match=r"bare: expected lines with references .* found none"):
        evaluate("bare", bare, 20, ticking())


def test_a_set_that_briefgen_learnt_from_is_told_from_others(reports: list[Request]) -> None:
    learnt = json.loads(LEARNT.read_text("utf-8"))["trained_on"][0]
    flattered, honest = (evaluate(name, reports, 20, ticking()) for name in (learnt, "other"))
    assert any("flatters" in line for line in table([flattered]))
    assert not any("flatters" in line for line in table([honest]))


def test_without_sumy_its_systems_are_named_as_missing(
    reports: list[Request], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefgen.evaluation.systems.find_spec", lambda name: None)
    found = evaluate("reports", reports, 20, ticking())
    assert not set(RIVALS) & {one.system for one in found.standings}
    assert any("once sumy is installed" in line for line in table([found]))


# --- the command -------------------------------------------------------------------------------


def written(folder: Path, lines: Sequence[dict[str, Any]]) -> str:
    path = folder / "past.jsonl"
    path.write_text("".join(json.dumps(one) + "\n" for one in lines), "utf-8")
    return str(path)


def call(*words: str) -> Result:
    return CliRunner().invoke(main, ["eval", *words])


def test_the_table_has_a_line_for_each_system_in_columns(tmp_path: Path) -> None:
    past = written(tmp_path, [line(number, place) for number, place in enumerate(PLACES)])
    done = call(past, past, "--words", "11")
    assert (done.exit_code, done.stderr) == (0, "")
    heading, _, _, names, *rows = done.stdout.split("\n\npast")[0].splitlines()
    assert heading == "past.jsonl: 8 lines, summaries of 11 words"
    assert names.split() == ["system", *MEASURES, "seconds"]
    assert [row[: names.index("R-1")].strip() for row in rows[: len(contenders())]] == list(
        contenders()
    )
    assert {len(row) for row in rows[: len(contenders())]} == {len(names)}
    assert done.stdout.count("past.jsonl: 8 lines") == 2


def test_the_answer_in_json_has_every_figure(tmp_path: Path) -> None:
    past = written(tmp_path, [line(1, "Gao"), line(2, "Kati")])
    [found] = json.loads(call(past, "--words", "11", "--json").stdout)
    assert (found["name"], found["words"], found["judged"]) == ("past.jsonl", 11, 2)
    assert [one["system"] for one in found["standings"]] == list(contenders())
    for one in found["standings"]:
        assert list(one["recall"]) == list(MEASURES)
        assert {tuple(figure) for figure in one["recall"].values()} == {("mean", "low", "high")}
        assert one["seconds"] >= 0


def test_without_rouge_score_the_command_says_how_to_install_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "rouge_score.tokenize", None)
    rouge._stems.cache_clear()
    done = call(written(tmp_path, [line(1, "Gao")]), "--words", "11")
    assert done.exit_code == 1
    assert "rouge-score" in done.stderr and "pip install 'briefgen[eval]'" in done.stderr
    with pytest.raises(BriefgenError):
        countable(["Bamako"])


def test_own_weights_are_used_and_wrong_ones_refused_by_place(tmp_path: Path) -> None:
    past = written(tmp_path, [line(1, "Gao"), line(2, "Kati")])
    own = tmp_path / "own.json"
    own.write_text('{"trained_on": ["past.jsonl"], "weights": {"always": {"depth": 9}}}', "utf-8")
    done = call(past, "--words", "11", "--weights", str(own))
    assert done.exit_code == 0 and "flatters" in done.stdout
    own.write_text('{"weights": {"always": {"depht": 9}}}', "utf-8")
    refused = call(past, "--words", "11", "--weights", str(own))
    assert refused.exit_code == 2 and "own.json" in refused.stderr and "depht" in refused.stderr


def test_the_lead_is_over_the_best_of_the_others_line_by_line(reports: list[Request]) -> None:
    found = evaluate("reports", reports, 11, ticking())
    others = [one for one in found.standings if one.system not in {"briefgen", "greedy oracle"}]
    for measure, ahead in found.lead.items():
        best = max(one.recall[measure].mean for one in others)
        own = standing(found, "briefgen", measure)
        assert standing(found, ahead.of, measure) == best
        assert ahead.by.mean == pytest.approx(own - best, abs=0.02)
        assert ahead.by.low <= ahead.by.mean <= ahead.by.high
    assert sum(text.startswith("briefgen less ") for text in table([found])) == len(MEASURES)

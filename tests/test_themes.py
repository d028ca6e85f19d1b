"""`briefgen themes`: what the themes catch of the texts, and which the texts suggest."""

import json
import re
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from briefgen.cli import main
from briefgen.cli.themes import themes as group
from briefgen.config import load
from briefgen.errors import BriefgenError
from briefgen.language import stemmed, terms
from briefgen.model import Keyword, Limits, Sentence, Theme
from briefgen.read import listing
from briefgen.salience.matching import holding
from briefgen.strict_yaml import check as shaped
from briefgen.strict_yaml import parse
from briefgen.study import sentences as recalled
from briefgen.themes import Check, Suggestion, check, suggest, told, yaml
from briefgen.themes.near import near
from briefgen.themes.paste import keyword, scalar
from briefgen.themes.phrases import phrases
from briefgen.themes.topics import Trial, best
from briefgen.themes.usage import spellings, usage

Command = Callable[..., subprocess.CompletedProcess[str]]

CHECKOUT = Path(__file__).resolve().parent.parent
LIMITS = Limits()


def read(folder: Path) -> tuple[Sentence, ...]:
    """Return the sentences of the texts in `folder`."""
    warnings: list[str] = []
    found = recalled(folder, listing(folder), warnings.append)
    assert warnings == []
    return found


def theme(name: str, *words: str, exclusions: tuple[str, ...] = ()) -> Theme:
    return Theme(name, name, tuple(map(Keyword, words)), exclusions=exclusions)


def sentences(*texts: str) -> list[Sentence]:
    """Return sentences, each of a document of its own."""
    return [Sentence(text, f"{place}.txt", 0, 0, 0, len(text)) for place, text in enumerate(texts)]


def checked(texts: Sequence[str], *themes: Theme) -> Check:
    return check(sentences(*texts), themes, LIMITS)


def written(folder: Path, texts: Sequence[str]) -> tuple[Sentence, ...]:
    """Return the sentences that `texts` have once they are files."""
    folder.mkdir(exist_ok=True)
    for place, text in enumerate(texts):
        (folder / f"{place:03}.txt").write_bytes(text.encode("utf-8", "surrogatepass"))
    return read(folder)


TANKERS = "Gunmen burnt eleven fuel tankers on the road to Kayes on Monday."
TANKERS_AGAIN = "The army escorts the fuel tankers from the border to the capital."
BLOCKADE = "The blockade of Bamako enters its third month without any relief."
MOSCOW = "Moscow has sent mercenaries of the Africa Corps to break the blockade of Bamako."
HARVEST = "The cotton harvest was better than in any of the last ten seasons."
TALKS = "Mediators from Algeria met both sides in a hotel outside Nouakchott."
TEXTS = (TANKERS, TANKERS_AGAIN, BLOCKADE, MOSCOW, HARVEST)


# --- check -------------------------------------------------------------------------------------


def test_a_source_that_floods_a_theme_is_named_with_its_share() -> None:
    nouns = "school market hospital border river mine garrison camp bridge tower depot".split()
    long = [
        Sentence(f"The blockade of Bamako has closed the {noun}.", "long.txt", 0, place, place, 99)
        for place, noun in enumerate(nouns)
    ]
    found = check([*sentences(BLOCKADE), *long], [theme("siege", "blockade")], LIMITS)
    [siege] = found.themes
    assert (siege.source, siege.source_share) == ("long.txt", round(11 / 12, 4))
    lines = list(told(found))
    assert any("siege: long.txt has" in one and "per_source" in one for one in lines)
    even = checked([BLOCKADE, BLOCKADE.replace("Bamako", "Kayes")] * 6, theme("siege", "blockade"))
    assert not any("flooded" in one for one in told(even))


def test_a_theme_catches_the_sentences_that_have_a_keyword_whole() -> None:
    [found] = checked(TEXTS, theme("fuel", "fuel tankers", "blockade of Bamako")).themes
    assert (found.sentences, found.documents, found.share) == (4, 4, 0.8)
    assert [(one.phrase, one.sentences) for one in found.keywords] == [
        ("fuel tankers", 2),
        ("blockade of Bamako", 2),
    ]


def test_a_keyword_that_stands_nowhere_whole_is_told_with_what_the_texts_have_instead() -> None:
    found = checked(TEXTS, theme("fuel", "tanker trucks", "blockade"))
    assert found.idle == ("tanker trucks",)
    keyword = found.themes[0].keywords[0]
    assert keyword.words == (("tanker", 2), ("trucks", 0))
    assert keyword.near == ("fuel tankers",)
    assert "  fuel: tanker trucks; its words: tanker 2, trucks 0; the texts have: fuel tankers" in [
        *told(found)
    ]


def test_nothing_like_a_keyword_is_said_to_be_nothing() -> None:
    found = checked(TEXTS, theme("space", "satellite", "blockade"))
    assert "  space: satellite; nothing like it" in [*told(found)]


@pytest.mark.parametrize(
    ("exclusion", "effect"),
    [
        ("cotton", "never struck"),
        ("Moscow", "struck 1 of 2 considered"),
        ("blockade", "struck 2 of 2 considered, every one"),
    ],
)
def test_an_exclusion_is_told_by_what_it_strikes(exclusion: str, effect: str) -> None:
    lines = [*told(checked(TEXTS, theme("siege", "Bamako", exclusions=(exclusion,))))]
    assert f"  siege: {exclusion} {effect}" in lines


def test_what_an_exclusion_strikes_is_not_caught() -> None:
    [found] = checked(TEXTS, theme("siege", "Bamako", exclusions=("Moscow",))).themes
    assert (found.sentences, found.considered) == (1, 1)


def test_themes_that_catch_the_same_sentence_are_told_with_the_keywords_that_do() -> None:
    found = checked(TEXTS, theme("siege", "blockade", "tankers"), theme("russia", "Moscow"))
    [overlap] = found.overlaps
    assert overlap.themes == ("siege", "russia")
    assert (overlap.sentences, overlap.shares) == (1, (0.25, 1.0))
    assert overlap.keywords == (("blockade", "Moscow", 1),)
    assert "  siege, russia: 1 (25.0 % and 100.0 % of theirs) by blockade + Moscow 1" in [
        *told(found)
    ]


def test_what_no_theme_catches_is_counted_and_named() -> None:
    cotton = [f"The cotton harvest {fell} to half of a harvest." for fell in ("fell", "sank")]
    found = checked([*TEXTS, TALKS, *cotton], theme("fuel", "fuel tankers", "blockade"))
    assert (found.rest.sentences, found.rest.share) == (4, 0.5)
    assert "cotton harvest" in found.rest.phrases


def test_what_can_be_quoted_is_told_from_what_is_considered() -> None:
    leaning = "However, the blockade of Bamako was denied by a spokesman of the army."
    [found] = checked([BLOCKADE, leaning], theme("siege", "blockade")).themes
    assert (found.considered, found.quotable, found.leaning) == (2, 1, 0)


def test_a_small_corpus_is_said_to_be_small() -> None:
    lines = [*told(checked([BLOCKADE], theme("siege", "blockade")))]
    assert lines[0] == "1 sentence in 1 document"
    assert "Note: so little text says little about the themes; the shares may mislead." in lines


def test_the_sample_has_few_idle_keywords_and_each_has_a_hint() -> None:
    configured = load(CHECKOUT / "briefgen.yaml")
    texts = read(configured.sources)
    found = check(texts, configured.themes, configured.limits)
    every = [one for some in found.themes for one in some.keywords]
    assert len(found.idle) <= len(every) / 10
    assert all(one.near for one in every if not one.sentences)
    assert all(one.quotable >= 7 for one in found.themes)


WORDS = st.lists(
    st.sampled_from(["fuel", "of", "Bamako", "a", "U.S.", "truck", "trucks", "trucking", "—", ","])
)


@given(st.lists(WORDS.map(" ".join), max_size=5), WORDS.map(" ".join).filter(terms))
def test_whole_means_the_content_words_side_by_side_in_any_form(
    texts: list[str], phrase: str
) -> None:
    """As the weighing and the exclusions read a phrase."""
    wanted = f" {' '.join(stemmed(phrase))} "
    expected = [row for row, one in enumerate(texts) if wanted in f" {' '.join(stemmed(one))} "]
    assert holding(sentences(*texts), [phrase]) == {phrase: tuple(expected)}


HOSTILE = st.text(st.characters(exclude_categories=["Cs"]), max_size=120) | st.sampled_from(
    ["", "\x00", "- id: x\n  title: y", "# themes:", "key: [", "\u2028\x85\u202e", '"', "'", "%"]
)


@settings(max_examples=60)
@given(st.lists(HOSTILE, min_size=1, max_size=8), HOSTILE.filter(terms), HOSTILE.filter(terms))
def test_every_corpus_can_be_checked(texts: list[str], one: str, other: str) -> None:
    found = checked(texts, theme("one", one), theme("other", other, exclusions=(one,)))
    assert found.sentences == len(texts)
    caught = max(some.sentences for some in found.themes)
    assert found.rest.sentences <= len(texts) - caught
    assert all(some.quotable + some.leaning <= some.considered for some in found.themes)
    assert [*told(found)]


@pytest.mark.parametrize(
    ("keyword", "texts", "expected"),
    [
        ("Waggner Group", ["The Wagner Group left."] * 2, "Wagner Group"),
        ("school closings", ["It closed the school again."], "school"),
        ("fuel supply", ["The fuel supplies ran out.", "Fuel supplies ran out."], "fuel supplies"),
    ],
)
def test_a_slip_or_another_form_of_a_keyword_is_found(
    keyword: str, texts: list[str], expected: str
) -> None:
    assert near(keyword, sentences(*texts))[:1] == (expected,)


# --- phrases -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the blockade of Bamako", ["blockade", "blockade bamako", "bamako"]),
        ("fuel, food", ["fuel", "food"]),
        ("Mali’s junta", ["mali", "junta"]),
        ("al-Qaeda", ["al qaeda"]),
        ("the U.S. embassy", ["u.s.", "u.s. embassy", "embassy"]),
        ("said on Tuesday that 40 soldiers", ["soldiers"]),
        ("of the", []),
    ],
)
def test_a_phrase_is_what_stands_together_and_names_something(text: str, found: list[str]) -> None:
    assert [" ".join(one.terms) for one in phrases(text)] == found


@given(HOSTILE | WORDS.map(" ".join))
def test_a_phrase_asked_for_as_it_is_written_is_found_where_it_stands(text: str) -> None:
    spelt = f" {' '.join(terms(text))} "
    for one in phrases(text):
        assert tuple(terms(text[one.start : one.end])) == one.terms
        assert f" {' '.join(one.terms)} " in spelt


def test_a_phrase_is_spelt_as_it_is_within_sentences_and_never_as_half_a_name() -> None:
    texts = [
        "Fuel blockade or not, the Macina Liberation Front holds.",
        "A fuel blockade and the Macina Liberation Front hurt.",
    ]
    wanted = ["fuel blockade", "macina liberation", "macina liberation front"]
    assert spellings(sentences(*texts), wanted) == {
        "fuel blockade": ("fuel blockade", True),
        "macina liberation": ("Macina Liberation", False),
        "macina liberation front": ("Macina Liberation Front", True),
    }


def test_a_verb_names_nothing() -> None:
    texts = ["The army attacked the town.", "Gunmen attacked a town.", "The attack hit the town."]
    known = usage(sentences(*texts))
    assert known.names_something("town")
    assert not known.names_something("attacked")


# --- suggest -----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def proposed() -> Suggestion:
    return suggest(read(CHECKOUT / "seeds"))


@pytest.mark.parametrize(
    "sample",
    [
        {"fuel blockade", "siege"},
        {"Russian mercenaries", "Africa Corps", "Wagner Group"},
        {"Burkina Faso", "Alliance of Sahel States", "ECOWAS"},
        {"United States", "U.S.", "Washington"},
    ],
    ids=["blockade", "Russia", "spillover", "U.S. policy"],
)
def test_the_themes_of_the_sample_are_found_in_its_texts(
    sample: set[str], proposed: Suggestion
) -> None:
    found = [{word.phrase for word in one.theme.keywords} for one in proposed.proposals]
    shared = [len(sample & words) for words in found]
    assert max(shared) >= 2
    assert sum(1 for count in shared if count) == 1  # in one theme, not scattered over several


def test_no_phrase_serves_two_themes_and_weights_go_from_1_to_3(proposed: Suggestion) -> None:
    every = [word for one in proposed.proposals for word in one.theme.keywords]
    assert len({tuple(terms(word.phrase)) for word in every}) == len(every)
    assert {word.weight for word in every} == {1.0, 2.0, 3.0}
    assert all(one.theme.keywords[0].weight >= 2 for one in proposed.proposals)


CONFIGURED = "title: Any\ntlp: TLP:CLEAR\n"


def pasted(folder: Path, lines: Sequence[str]) -> Sequence[Theme]:
    """Return what the themes are once they are pasted into a configuration."""
    (folder / "briefgen.yaml").write_text("\n".join([CONFIGURED, *lines, ""]), "utf-8")
    return load(folder / "briefgen.yaml").themes


def test_what_is_suggested_for_the_sample_can_be_pasted_and_has_no_idle_keyword(
    tmp_path: Path, proposed: Suggestion
) -> None:
    (tmp_path / "seeds").symlink_to(CHECKOUT / "seeds")
    themes = pasted(tmp_path, [*yaml(proposed)])
    assert [*themes] == [one.theme for one in proposed.proposals]
    assert check(read(CHECKOUT / "seeds"), themes, LIMITS).idle == ()


NOUNS = st.sampled_from(
    [
        *("fuel convoy", "the junta", "Wagner Group", "a border town", "U.S.", "Côte d’Ivoire"),
        *("“no: 5”", "{mine}", "[map]", "- id: x", "# tag", "null", "~", "&a", "*a", "!!x", "No"),
        *("\u2028", "\x85", "\xad", "\ufeff", "\u202e", "İstanbul", "'it''s'", '"', "%TAG", "`x`"),
    ]
)
LINE = st.lists(NOUNS, min_size=3, max_size=12).map(lambda some: f"The {' of '.join(some)} left.")
BODY = st.lists(LINE, min_size=4, max_size=14).map("\n".join)


@settings(max_examples=25)
@given(st.lists(BODY, min_size=2, max_size=6))
def test_whatever_the_texts_hold_what_is_suggested_can_be_pasted_and_is_found(
    texts: list[str],
) -> None:
    with TemporaryDirectory() as folder:
        told = written(Path(folder) / "seeds", texts)
        try:
            lines = [*yaml(suggest(told, 2))]
        except BriefgenError as error:
            assert re.search("too little text|expected at most 1 for so much", str(error))
            return
        themes = pasted(Path(folder), lines)
        assert check(told, themes, LIMITS).idle == ()


SCALARS = TypeAdapter(dict[str, list[str]])


@given(HOSTILE | st.from_regex(r"[\w .:#'’-]{1,20}", fullmatch=True))
def test_a_scalar_means_its_text(text: str) -> None:
    root, problems = parse(f"key:\n  - {scalar(text)}\n")
    assert root is not None and not problems
    assert shaped(root, SCALARS).value == {"key": [text]}


@pytest.mark.parametrize("word", ["NULL", "null", "Yes", "off", "true", "NaN"])
def test_a_word_that_means_something_to_yaml_is_put_in_quotation_marks(word: str) -> None:
    assert scalar(word) == (f'"{word}"' if word != "NaN" else word)


def test_a_weight_of_one_is_left_out() -> None:
    assert keyword(Keyword("fuel blockade", 1.0)) == "fuel blockade"
    assert keyword(Keyword("fuel blockade", 3.0)) == "fuel blockade: 3"


def test_the_number_is_that_of_the_best_trial_and_of_equals_the_smallest() -> None:
    some = [Trial(3, 0.5, 0.4), Trial(4, 0.8, 0.5), Trial(5, 0.5, 0.8), Trial(6, 0.9, -0.3)]
    assert best(some).count == 4


def test_another_process_suggests_the_same(briefgen: Command, proposed: Suggestion) -> None:
    words = ("themes", "suggest", "--sources", "seeds")
    done = briefgen(*words, PYTHONHASHSEED="1", OMP_NUM_THREADS="1", TZ="Asia/Tokyo")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [*yaml(proposed)]


# --- the commands ------------------------------------------------------------------------------


def call(*words: str | Path) -> Result:
    return CliRunner().invoke(main, ["themes", *map(str, words)])


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    written(tmp_path / "seeds", TEXTS)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def configure(desk: Path, *words: str) -> None:
    phrases = ", ".join(words)
    lines = f"themes: [{{id: fuel, title: Fuel, keywords: [{phrases}]}}]\n"
    (desk / "briefgen.yaml").write_text(CONFIGURED + lines)


@pytest.mark.parametrize(
    ("words", "options", "status"),
    [
        (["fuel tankers"], [], 0),
        (["fuel tankers"], ["--strict"], 0),
        (["fuel tankers", "tanker trucks"], [], 0),
        (["fuel tankers", "tanker trucks"], ["--strict"], 1),
    ],
)
def test_only_a_strict_check_fails_for_an_idle_keyword(
    words: list[str], options: list[str], status: int, desk: Path
) -> None:
    configure(desk, *words)
    done = call("check", *options)
    assert (done.exit_code, done.stderr) == (status, "")
    assert ("tanker trucks" in done.stdout) is ("tanker trucks" in words)


def test_a_check_can_be_read_by_a_program(desk: Path) -> None:
    configure(desk, "fuel tankers", "tanker trucks")
    found = json.loads(call("check", "--json").stdout)
    assert (found["sentences"], found["documents"]) == (5, 5)
    assert found["themes"][0]["keywords"][1]["near"] == ["fuel tankers"]


def test_a_suggestion_can_be_read_by_a_program_and_has_as_many_themes_as_asked_for() -> None:
    done = call("suggest", "--sources", CHECKOUT / "seeds", "--count", "4", "--json")
    found = json.loads(done.stdout)
    assert len(found["proposals"]) == 4
    assert found["trials"] == []
    assert all(one["sentences"] for one in found["proposals"])


@pytest.mark.parametrize(
    ("options", "status", "message"),
    [
        (["--sources", "seeds"], 1, "found too little text to tell themes apart"),
        (["--sources", "nowhere"], 2, "'nowhere' does not exist"),
        (["--count", "0", "--sources", "seeds"], 2, "0 is not in the range"),
        ([], 2, "expected a configuration, got no file"),
    ],
)
def test_what_cannot_be_suggested_is_said(
    options: list[str], status: int, message: str, desk: Path
) -> None:
    done = call("suggest", *options)
    assert (done.exit_code, message in done.stderr) == (status, True), done.stderr


def test_too_many_themes_for_the_texts_are_refused_with_how_many_there_can_be() -> None:
    done = call("suggest", "--sources", CHECKOUT / "seeds", "--count", "40")
    assert done.exit_code == 2
    assert "--count: expected at most" in done.stderr


@pytest.mark.parametrize("name", sorted(group.commands))
def test_help_of_each_command_has_an_example_that_parses(name: str) -> None:
    shown = call(name, "--help").stdout
    words = shown.partition("Example:\n")[2].split()
    assert words[:3] == ["briefgen", "themes", name]
    group.commands[name].make_context(name, words[3:])

"""A corpus in eight languages becomes one brief, each sentence by the rules of its own language."""

import json
import re
import shutil
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from click.testing import CliRunner, Result

from briefgen.cli import main
from briefgen.language import terms
from briefgen.model import Keyword, Sentence, Theme
from briefgen.salience import weigh
from briefgen.salience.features import GENERAL
from briefgen.salience.matching import holding

LANGUAGES = Path(__file__).parent / "languages"
SPOKEN = {"ar", "de", "en", "es", "fr", "pt", "ru"}
FILES = {
    "ar": "arabi.txt",
    "de": "deutsch.txt",
    "en": "english.txt",
    "es": "espanol.txt",
    "fr": "francais.txt",
    "it": "italiano.txt",
    "pt": "portugues.txt",
    "ru": "russkij.txt",
}


def briefgen(*words: str | Path) -> Result:
    return CliRunner().invoke(main, list(map(str, words)))


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the project in eight languages."""
    folder = tmp_path_factory.mktemp("desk")
    shutil.copy(LANGUAGES / "briefgen.yaml", folder)
    shutil.copytree(LANGUAGES / "corpus", folder / "corpus")
    return folder


@pytest.fixture(scope="module")
def issue(desk: Path) -> Path:
    done = briefgen("build", "--config", desk / "briefgen.yaml", "--date", "2025-10-20")
    assert done.exit_code == 0, done.output
    return desk / "output" / "2025-W43"


@pytest.fixture(scope="module")
def ledger(issue: Path) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((issue / "brief.json").read_text("utf-8"))
    return read


def language_of(ledger: dict[str, Any], sentence: dict[str, Any]) -> str:
    path = ledger["sources"][sentence["source"] - 1]["path"]
    return next(tag for tag, name in FILES.items() if name == path)


@pytest.mark.parametrize("theme", ["strike", "grain", "talks"])
def test_every_theme_finds_its_sentences_in_every_language(
    ledger: dict[str, Any], theme: str
) -> None:
    found = [one for one in ledger["sentences"] if one["theme"] == theme]
    assert {language_of(ledger, one) for one in found} >= SPOKEN


def test_every_sentence_stands_in_its_source_to_the_character_from_the_right_as_well(
    ledger: dict[str, Any],
) -> None:
    for one in ledger["sentences"]:
        path = ledger["sources"][one["source"] - 1]["path"]
        text = (LANGUAGES / "corpus" / path).read_text("utf-8")
        assert text[one["start"] : one["end"]] == one["text"]
        assert text[: one["start"]].endswith(one["prefix"])


def test_no_question_and_no_furniture_is_quoted(issue: Path) -> None:
    words = (issue / "brief.md").read_text("utf-8").split("## Sources")[0]
    unwanted = "Abonnez Suscríbete Compartir Leia Newsletter Читайте اقرأ ? ¿ ؟".split()
    assert [one for one in unwanted if one in words] == []


def test_what_leans_is_quoted_right_behind_the_sentence_it_leans_on(issue: Path) -> None:
    leaning = (
        *("Ils réclament", "Ellos piden", "Eles pedem", "Sie fordern", "Они требуют"),
        *("وهم يطالبون", "Cette décision", "Sin embargo", "No entanto", "Dennoch", "Однако"),
        "ومع ذلك",
    )
    sentences = json.loads((issue / "brief.json").read_text("utf-8"))["sentences"]
    for before, sentence in pairwise([{"source": 0, "end": 0}, *sentences]):
        if sentence["text"].startswith(leaning):
            assert before["source"] == sentence["source"], sentence["text"]
            assert 0 < sentence["start"] - before["end"] <= 1, sentence["text"]


def test_the_issue_is_verified_and_a_change_of_one_arabic_letter_found(
    desk: Path, issue: Path, tmp_path: Path
) -> None:
    assert briefgen("verify", issue / "brief.json").exit_code == 0
    changed = shutil.copytree(desk / "corpus", tmp_path / "corpus")
    arabic = changed / "arabi.txt"
    arabic.write_text(arabic.read_text("utf-8").replace("أحد عشر يوما", "أحد عشر شهرا"), "utf-8")
    done = briefgen("verify", issue / "brief.json", "--sources", changed)
    assert done.exit_code == 1
    assert "[يوم]" in done.stdout and "[شهر]" in done.stdout


def test_quotations_say_their_language_and_paragraphs_from_the_right_run_so(issue: Path) -> None:
    page = (issue / "brief.html").read_text("utf-8")
    assert '<html lang="en">' in page
    assert set(re.findall(r'<span lang="([^"]+)"', page)) == {*SPOKEN - {"en", "pt"}, "it", "pt-PT"}
    arabic = re.findall(r'<p(.*?)><span lang="ar"( dir="rtl")?>', page)
    assert arabic and set(arabic) == {(' dir="rtl"', ' dir="rtl"')}
    assert '<span lang="en"' not in page and '<p dir="ltr"' not in page


def test_the_words_of_the_page_are_those_of_the_markdown(issue: Path) -> None:
    page = re.sub(r"<[^>]+>", "", (issue / "brief.html").read_text("utf-8"))
    for line in re.findall(r"^([^-#*\n].*) \[\d\]$", (issue / "brief.md").read_text("utf-8"), re.M):
        assert line in page


def test_the_pdf_has_cyrillic_in_its_own_fonts(issue: Path) -> None:
    document = pypdfium2.PdfDocument(issue / "brief.pdf")
    text = " ".join(page.get_textpage().get_text_bounded() for page in document)
    assert "Докеры порта Меридия" in " ".join(text.split())


def test_sources_say_which_language_was_found_and_how(desk: Path) -> None:
    listed = briefgen("sources", "--config", desk / "briefgen.yaml").stdout
    assert "  language it (detected): no rules for it\n" in listed
    entries = json.loads(briefgen("sources", "--config", desk / "briefgen.yaml", "--json").stdout)
    told = {one["path"]: (one["language"], one["basis"]) for one in entries}
    assert told["english.txt"] == ("en", "detected")
    assert ("ru", "detected") in told.values()
    assert ("pt-PT", "declared") in told.values()


def test_a_brief_in_another_language_says_so_and_runs_as_it_does(
    desk: Path, tmp_path: Path
) -> None:
    configured = (desk / "briefgen.yaml").read_text("utf-8") + "language: ar\n"
    arabic = configured.replace("[md, html, pdf]", "[html]").replace("corpus", str(desk / "corpus"))
    (tmp_path / "briefgen.yaml").write_text(arabic, "utf-8")
    assert (
        briefgen("build", "--config", tmp_path / "briefgen.yaml", "--date", "2025-10-20").exit_code
        == 0
    )
    page = (tmp_path / "output" / "2025-W43" / "brief.html").read_text("utf-8")
    assert '<html lang="ar" dir="rtl">' in page
    assert '<span lang="ar"' not in page
    assert '<span lang="fr" dir="ltr">' in page


# --- a sentence is counted as its language is --------------------------------------------------


def said(text: str, tag: str, document: str) -> Sentence:
    return Sentence(text, document, 0, 0, 0, len(text), language=tag)


def test_a_phrase_is_read_in_the_language_of_each_sentence() -> None:
    sentences = (
        said("Streiks in den Häfen haben die Ausfuhr gestoppt.", "de", "a"),
        said("Strikes at the ports have stopped exports.", "en", "b"),
        said("Nothing at all happened in the mountains.", "en", "c"),
    )
    theme = Theme("t", "T", (Keyword("Streik"), Keyword("strikes"), Keyword("die")), "", ("ports",))
    found = {one.sentence.document for one in weigh(sentences, (theme,))}
    assert found == {"a"}


def test_capitals_that_name_nothing_count_neither_for_nor_against() -> None:
    texts = ("Die Hafenarbeiter streiken seit Tagen.", "Der Lohn in Meridia sinkt weiter.")
    sentences = [said(text, "de", str(place)) for place, text in enumerate(texts)]
    found = weigh(sentences, (Theme("t", "T", (Keyword("Lohn"), Keyword("Streik"))),))
    assert found and "capitals" in GENERAL
    assert all("capitals" not in one.features for one in found)


NOUNS = "وقود وزير وباء وفد وثيقة فيضان فريق فساد فلسطين فصيل بطالة وصول".split()
"""Nouns whose first letter may be taken for a particle."""


@pytest.mark.parametrize("noun", NOUNS)
def test_an_arabic_keyword_finds_its_noun_with_and_without_article_and_particles(noun: str) -> None:
    written = [f"{particle}{noun}" for particle in ("", "ال", "وال", "بال", "لل", "ب", "ل")]
    texts = [f"ناقشت المدينة أمس {word} في الاجتماع الأول." for word in written]
    sentences = [said(text, "ar", f"{number}") for number, text in enumerate(texts)]
    other = said("ناقشت المدينة أمس الطقس في الاجتماع الأول.", "ar", "other")
    for keyword in (noun, f"ال{noun}"):
        assert len(holding([*sentences, other], [keyword])[keyword]) == len(sentences)
        found = weigh([*sentences, other], (Theme("t", "T", (Keyword(keyword),)),))
        near = {one.sentence.document: dict(one.features)["query"] for one in found}
        assert min(near[one.document] for one in sentences) > near.get("other", float("-inf"))


def test_a_particle_makes_no_other_word_of_an_arabic_keyword() -> None:
    assert terms("لبنك", "ar") == terms("لبن", "ar")  # `for a bank` is taken for `milk`
    milk = said("شرب الأطفال لبن الماعز في القرية.", "ar", "a")
    assert holding([milk], ["بنك"]) == {"بنك": ()}


FORMS = sorted((LANGUAGES / "forms").glob("*.txt"))
JOINED = {"ar": 0.85, "de": 0.8, "es": 0.65, "fr": 0.55, "pt": 0.6, "ru": 0.95}
"""Least share of pairs of forms that become one term; some are derived words, not inflections."""


@pytest.mark.parametrize("table", FORMS, ids=lambda table: str(table.stem))
def test_forms_of_one_word_are_mostly_one_term(table: Path) -> None:
    rows = [line.split() for line in table.read_text("utf-8").splitlines()]
    pairs = [pair for row in rows for pair in combinations(row, 2)]
    joined = sum(terms(one, table.stem) == terms(other, table.stem) for one, other in pairs)
    assert joined / len(pairs) >= JOINED[table.stem]

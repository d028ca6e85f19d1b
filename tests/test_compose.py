"""Paragraphs: what is quoted of one story stands together, and no sentence leans on another's."""

from datetime import date

from briefgen.compose import PARAGRAPH, compose
from briefgen.corpus import profile
from briefgen.model import (
    Brief,
    Candidate,
    Corpus,
    Document,
    Limits,
    Metadata,
    Passage,
    Selection,
    Sentence,
    Settings,
    Theme,
    Tlp,
)

THEME = Theme("a", "A", ())


def quoted(name: str, story: int, start: int, document: str = "a.txt") -> Sentence:
    return Sentence(name, document, 0, 0, start, start + 1, story=story)


def passage(*sentences: Sentence) -> Passage:
    candidate = Candidate(sentences[-1], "a", 1.0, {}, ())
    return Passage(sentences, candidate, leans=len(sentences) > 1)


def settings() -> Settings:
    from pathlib import Path

    here = Path()
    return Settings(
        path=here, sha256="", series="", title="", organisation="", tlp=Tlp.GREEN, sources=here,
        output=here, templates=(), formats=("md",), page="A4", limits=Limits(), themes=(THEME,),
    )  # fmt: skip


def composed(*passages: Passage) -> Brief:
    paths = sorted({one.document for each in passages for one in each.sentences})
    documents = (Document(one, "", Metadata(), "", (), (), "text/1") for one in paths)
    corpus = Corpus((), tuple(profile(one) for one in documents))
    return compose([Selection(THEME, None, passages, ())], corpus, settings(), date(2026, 6, 9))


def paragraphs(*passages: Passage) -> list[list[str]]:
    [section] = composed(*passages).sections
    return [[one.sentence.text for one in paragraph] for paragraph in section.paragraphs]


def test_stories_share_a_paragraph_if_each_sentence_stands_alone() -> None:
    assert paragraphs(passage(quoted("a", 0, 0)), passage(quoted("b", 1, 5))) == [["a", "b"]]


def test_what_leans_shares_no_paragraph_with_another_story() -> None:
    leaning = passage(quoted("b", 1, 5), quoted("The b", 1, 6))
    before, after = passage(quoted("a", 0, 0)), passage(quoted("c", 2, 9))
    assert paragraphs(before, leaning, after) == [["a"], ["b", "The b"], ["c"]]


def test_what_leans_shares_one_with_its_own_story() -> None:
    leaning = passage(quoted("b", 0, 5), quoted("The b", 0, 6))
    assert paragraphs(passage(quoted("a", 0, 0)), leaning) == [["a", "b", "The b"]]


def test_the_story_of_the_same_number_in_another_source_is_another() -> None:
    leaning = passage(quoted("b", 0, 5, "b.txt"), quoted("The b", 0, 6, "b.txt"))
    assert paragraphs(passage(quoted("a", 0, 0)), leaning) == [["a"], ["b", "The b"]]


def test_a_paragraph_ends_after_so_many_sentences_but_no_story_is_broken() -> None:
    alone = [passage(quoted(f"{place}", place, place)) for place in range(PARAGRAPH + 1)]
    assert [len(one) for one in paragraphs(*alone)] == [PARAGRAPH, 1]
    story = [passage(quoted(f"{place}", 0, place)) for place in range(PARAGRAPH + 2)]
    assert [len(one) for one in paragraphs(*story)] == [PARAGRAPH + 2]

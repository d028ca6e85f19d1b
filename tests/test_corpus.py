"""The corpus: each text once, in a fixed order, and a verdict for every file."""

from itertools import permutations

import pytest
from corpora import gather

from briefgen.errors import BriefgenError
from briefgen.model import Outcome, Source, Verdict
from briefgen.read.text import document

REPORT = "The army left the town at dawn. The fuel ran out."


def read(path: str, text: str) -> Verdict:
    return Verdict(path, Outcome.READ, document=document(Source(path, "", b""), text))


@pytest.mark.parametrize(
    "copy",
    [
        REPORT,
        f"{REPORT}\n\n",
        REPORT.replace(" ", "\n"),
        f"Subscribe now\n{REPORT}\nShare this article\n",
        f"{REPORT}\n-\nNiger Expels Envoy After Uranium Dispute\n",
    ],
)
def test_the_same_words_are_kept_once_whatever_furniture_stands_around_them(copy: str) -> None:
    corpus = gather([read("b.txt", copy), read("a.txt", REPORT)])
    assert [one.path for one in corpus.profiles] == ["a.txt"]
    assert corpus.files[1].outcome is Outcome.DUPLICATE
    assert corpus.files[1].reason == "the same text as a.txt"


def test_a_text_that_differs_in_a_word_is_no_copy() -> None:
    corpus = gather([read("a.txt", REPORT), read("b.txt", REPORT.replace("dawn", "noon"))])
    assert [one.path for one in corpus.profiles] == ["a.txt", "b.txt"]


def test_the_corpus_does_not_depend_on_the_order_in_which_files_were_read() -> None:
    verdicts = [
        read("b.txt", REPORT),
        read("a.txt", REPORT),
        Verdict("c.pdf", Outcome.REFUSED, "no reader"),
        read("d.txt", "Mali fell."),
    ]
    corpora = {gather(order) for order in permutations(verdicts)}
    assert len(corpora) == 1
    (corpus,) = corpora
    assert [one.outcome for one in corpus.files] == ["read", "duplicate", "refused", "read"]


def test_an_empty_folder_is_an_error_and_one_of_refused_files_is_not() -> None:
    with pytest.raises(BriefgenError, match="the source folder is empty"):
        gather([])
    corpus = gather([Verdict("a.pdf", Outcome.REFUSED, "no reader")])
    assert [file.outcome for file in corpus.files] == ["refused"]

"""The corpus: each text once, in a fixed order, and a verdict for every file."""

from itertools import permutations

import pytest
from corpora import fold, gather

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


def test_without_anything_to_read_the_error_says_what_was_found_instead() -> None:
    with pytest.raises(BriefgenError, match=r"found\n  nothing$"):
        gather([])
    with pytest.raises(BriefgenError, match=r"found\n  a.pdf: refused, no reader$"):
        gather([Verdict("a.pdf", Outcome.REFUSED, "no reader")])


def test_the_error_names_some_files_of_many() -> None:
    many = [Verdict(f"{n:04}.pdf", Outcome.REFUSED, "no reader") for n in range(1000)]
    with pytest.raises(BriefgenError) as caught:
        gather(many)
    assert str(caught.value).endswith("0019.pdf: refused, no reader\n  and 980 more")
    assert len(fold(many)) == 1000

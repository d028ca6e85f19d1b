"""What is counted in whole documents: whole numbers in arrays, which can be kept and joined.

Everything that weighing needs of a text is here, so that the text itself is read once.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from briefgen.language import ends
from briefgen.model import BlockKind, Sentence
from briefgen.salience.grams import Integers, flattened
from briefgen.salience.uses import Uses
from briefgen.salience.wording import Wording


@dataclass(frozen=True, slots=True, eq=False)
class Tally:
    """The counts of some documents: of each document, its terms, its sentences and their entries.

    A document has so many `sentences` and `terms`. A term has a `number`, in which a document's
    stand in order. A sentence is `quotable` or a heading, `whole` or a fragment, has its `block`
    and `position`, the counts of its `surface`, shape (sentences, SURFACE), and so many `entries`.
    An entry is a `term`, by its place among its document's, and its `count` in the sentence.
    """

    sentences: Integers
    terms: Integers
    number: Integers
    quotable: NDArray[np.bool_]
    whole: NDArray[np.bool_]
    block: Integers
    position: Integers
    surface: Integers
    entries: Integers
    term: NDArray[np.int32]
    count: NDArray[np.int32]

    @property
    def document(self) -> Integers:
        """The place of each sentence's document."""
        return np.repeat(np.arange(len(self.sentences)), self.sentences)

    @property
    def own(self) -> Integers:
        """The place of each entry's term among those of all documents."""
        first = np.cumsum(self.terms) - self.terms
        return np.asarray(np.repeat(first[self.document], self.entries) + self.term)


def tally(sentences: Sequence[Sentence]) -> Tally:
    """Return the tally of whole documents, whose sentences are given in order."""
    sizes = [len(list(some)) for _, some in groupby(sentences, key=lambda one: one.document)]
    quotable = np.array([one.kind is not BlockKind.HEADING for one in sentences], dtype=bool)
    document = np.repeat(np.arange(len(sizes)), sizes)
    said = Wording.of([(one.text, one.language) for one in sentences])
    uses = Uses.of(said.row, said.number)
    owner = document[uses.row]
    terms, entries = uses.together(owner), uses.together(uses.row)
    many = np.bincount(owner[terms.firsts], minlength=len(sizes))
    first = np.cumsum(many) - many
    return Tally(
        np.array(sizes, dtype=np.int64),
        many,
        uses.number[terms.firsts],
        quotable,
        _whole(sentences, quotable, document),
        np.array([one.block for one in sentences], dtype=np.int64),
        np.array([one.position for one in sentences], dtype=np.int64),
        said.surface,
        np.bincount(uses.row[entries.firsts], minlength=len(sentences)),
        (terms.places - first[owner])[entries.firsts].astype(np.int32),  # as they are kept
        entries.counts.astype(np.int32),
    )


def _whole(
    sentences: Sequence[Sentence], quotable: NDArray[np.bool_], document: Integers
) -> NDArray[np.bool_]:
    """Return whether each of those `quotable` ends as a sentence, if any of its document does.

    What does not is a line of a table or an outline, full of keywords and without a statement.
    """
    ended = quotable & np.array([ends(one.text) for one in sentences], dtype=bool)
    return np.where(np.bincount(document, ended)[document] > 0, ended, quotable)


def entries(rows: Sequence[Sequence[str]]) -> tuple[Integers, Integers, Integers]:
    """Return the row, number and count of each row's unigrams and bigrams, by row and number."""
    numbers, sizes = flattened(rows)
    uses = Uses.of(np.repeat(np.arange(len(sizes)), sizes), numbers)
    found = uses.together(uses.row)
    return uses.row[found.firsts], uses.number[found.firsts], found.counts

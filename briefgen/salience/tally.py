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
from briefgen.salience.grams import Integers, distinct, paired
from briefgen.salience.wording import Wording


@dataclass(frozen=True, slots=True, eq=False)
class Tally:
    """The counts of some documents: their terms, their sentences and the entries of these.

    A document has so many `sentences`. A term has a `number`, in which they stand in order. A
    sentence is `quotable` or a heading, `whole` or a fragment, has its `block` and `position`, the
    counts of its `surface`, shape (sentences, SURFACE), and so many `entries`. An entry is a
    `term`, by its place among them, in which a sentence's stand in order, and its `count` in the
    sentence.
    """

    sentences: Integers
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


def tally(sentences: Sequence[Sentence]) -> Tally:
    """Return the tally of whole documents, whose sentences are given in order."""
    sizes = [len(list(some)) for _, some in groupby(sentences, key=lambda one: one.document)]
    quotable = np.array([one.kind is not BlockKind.HEADING for one in sentences], dtype=bool)
    document = np.repeat(np.arange(len(sizes)), sizes)
    said = Wording.of([(one.text, one.language) for one in sentences])
    found = entries(said.row, said.number)
    return Tally(
        np.array(sizes, dtype=np.int64),
        found.number,
        quotable,
        _whole(sentences, quotable, document),
        np.array([one.block for one in sentences], dtype=np.int64),
        np.array([one.position for one in sentences], dtype=np.int64),
        said.surface,
        np.bincount(found.row, minlength=len(sentences)),
        found.term.astype(np.int32),  # as they are kept
        found.count.astype(np.int32),
    )


def _whole(
    sentences: Sequence[Sentence], quotable: NDArray[np.bool_], document: Integers
) -> NDArray[np.bool_]:
    """Return whether each of those `quotable` ends as a sentence, if any of its document does.

    What does not is a line of a table or an outline, full of keywords and without a statement.
    """
    ended = quotable & np.array([ends(one.text) for one in sentences], dtype=bool)
    return np.where(np.bincount(document, ended)[document] > 0, ended, quotable)


@dataclass(frozen=True, slots=True, eq=False)
class Entries:
    """The terms of some texts, by `number` and in this order, and how often each text has which.

    An entry is the `row` of a text, a `term`, by its place, and its `count`; they are in order.
    """

    number: Integers
    row: Integers
    term: Integers
    count: Integers


def entries(row: Integers, number: Integers) -> Entries:
    """Return the entries of these words, given in the order of each text, and of their bigrams."""
    beside = np.flatnonzero(row[:-1] == row[1:])
    pairs = paired(number[beside], number[beside + 1])
    terms, place = distinct(np.concatenate([number, pairs]))
    uses = np.concatenate([row, row[beside]]) * len(terms) + place
    uses.sort(kind="stable")  # fast, since all but sorted
    first = np.flatnonzero(np.diff(uses, prepend=-1))
    row, term = np.divmod(uses[first], max(len(terms), 1))
    return Entries(terms, row, term, np.diff(first, append=len(uses)))

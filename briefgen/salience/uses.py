"""Where terms are used: text by text, and put together by whatever the texts are parts of."""

from dataclasses import dataclass

import numpy as np

from briefgen.salience.grams import Integers, paired


@dataclass(frozen=True, slots=True, eq=False)
class Uses:
    """Uses of terms: of each the `row` of its text, and the term's `number`.

    `by_number` are the places of the uses, in the order of the numbers.
    """

    row: Integers
    number: Integers
    by_number: Integers

    @classmethod
    def of(cls, row: Integers, number: Integers) -> "Uses":
        """Return the uses of these words, given in the order of each text, and of their bigrams."""
        beside = np.flatnonzero(row[:-1] == row[1:])
        numbers = np.concatenate([number, paired(number[beside], number[beside + 1])])
        return cls(np.concatenate([row, row[beside]]), numbers, np.argsort(numbers))

    def together(self, owner: Integers) -> "Groups":
        """Return the uses of the same term by the same `owner`, given of each use, as groups.

        They are in the order of the owners, then of the numbers. Owners are whole numbers from 0,
        few enough for a radix sort, which is why they are sorted apart from the numbers.
        """
        narrow = owner.astype(np.min_scalar_type(int(owner.max(initial=0))))
        order = self.by_number[np.argsort(narrow[self.by_number], kind="stable")]
        changes = [np.diff(values[order], prepend=-1) != 0 for values in (owner, self.number)]
        return Groups(order, np.flatnonzero(changes[0] | changes[1]))


@dataclass(frozen=True, slots=True, eq=False)
class Groups:
    """Uses in groups: their places in `order`, and where in it each group `starts`."""

    order: Integers
    starts: Integers

    @property
    def firsts(self) -> Integers:
        """One use of each group."""
        return np.asarray(self.order[self.starts])

    @property
    def counts(self) -> Integers:
        """How many uses each group has."""
        return np.diff(self.starts, append=len(self.order))

    @property
    def places(self) -> Integers:
        """The place of each use's group."""
        place = np.empty(len(self.order), dtype=np.int64)
        place[self.order] = np.repeat(np.arange(len(self.starts)), self.counts)
        return place

"""The greedy oracle: about the most that whole sentences could do, for one who knows the end."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefgen.evaluation.rouge import Words, cut, stems

Grams = Counter[Words]


def greedy(texts: Sequence[str], references: Sequence[str], words: int) -> list[str]:
    """Return the sentences that, one after the other, add most to R-1 and R-2 for their length.

    Of each counts what fits into the `words` words; it ends when they are reached or when nothing
    more is found in the references.
    """
    wanted = [_grams(cut(one, words)) for one in references]
    shares = [_shares(one) for one in wanted]
    left = list(texts)
    taken: list[str] = []
    while words > 0 and left:
        shown = [_grams(cut(one, words)) for one in left]
        gains = [_gain(one, wanted, shares) for one in shown]
        best = max(range(len(left)), key=gains.__getitem__)
        if not gains[best]:
            break
        wanted = [one - shown[best] for one in wanted]
        taken.append(left.pop(best))
        words -= len(taken[-1].split())
    return taken


def _grams(text: str) -> Grams:
    """Return the unigrams and bigrams of `text`, counted."""
    return Counter(_each(stems(text)))


def _each(words: Words) -> Iterator[Words]:
    yield from zip(words)
    yield from pairwise(words)


def _shares(grams: Grams) -> dict[int, float]:
    """Return what one unigram and one bigram of a reference add to its recall."""
    return {
        order: 1 / max(1, sum(count for gram, count in grams.items() if len(gram) == order))
        for order in (1, 2)
    }


def _gain(own: Grams, wanted: Sequence[Grams], shares: Sequence[dict[int, float]]) -> float:
    """Return what a sentence adds to the recalls of the references, for each of its words."""
    gain = sum(
        min(count, reference[gram]) * share[len(gram)]
        for reference, share in zip(wanted, shares, strict=True)
        for gram, count in own.items()
        if gram in reference
    )
    return gain / max(1, own.total())

"""The greedy oracle: about the most that whole sentences could do, for one who knows the end."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from briefgen.evaluation.rouge import Words, cut, stems

Grams = Counter[Words]


def greedy(texts: Sequence[str], references: Sequence[str], words: int) -> Iterator[int]:
    """Yield the places of the texts that, one after the other, add most to the summary so far.

    What counts is R-1 and R-2 together, for the length of what of a text fits into the `words`
    words; it ends when they are reached or when nothing more is found in the references.
    """
    wanted = [_grams(cut(one, words)) for one in references]
    shares = [_shares(one) for one in wanted]
    left = dict(enumerate(texts))
    while words > 0 and left:
        shown = {place: _grams(cut(text, words)) for place, text in left.items()}
        gains = {place: _gain(grams, wanted, shares) for place, grams in shown.items()}
        best = max(gains, key=gains.__getitem__)
        if not gains[best]:
            break
        yield best
        wanted = [one - shown[best] for one in wanted]
        words -= len(left.pop(best).split())


def _grams(text: str) -> Grams:
    """Return the unigrams and bigrams of `text`, counted."""
    words = stems(text)
    return Counter([*zip(words, strict=True), *pairwise(words)])


def _shares(grams: Grams) -> Mapping[int, float]:
    """Return what one unigram and one bigram of a reference add to its recall."""
    orders = Counter(len(gram) for gram in grams.elements())
    return {order: 1 / count for order, count in orders.items()}


def _gain(own: Grams, wanted: Sequence[Grams], shares: Sequence[Mapping[int, float]]) -> float:
    """Return what a text adds to the recalls of the references, for its length."""
    gain = sum(
        min(count, reference[gram]) * share[len(gram)]
        for reference, share in zip(wanted, shares, strict=True)
        for gram, count in own.items()
        if gram in reference
    )
    return gain / max(1, own.total())

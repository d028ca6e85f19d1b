"""Learning what features are worth from summaries that people wrote: ListNet (Cao et al., 2007).

How good a sentence is, is how much of the references' unigrams and bigrams it has, for its length.
Its share of all goodness is a softmax over the sentences of its instance, and what is learnt makes
the softmax of the scores most like it: the best sentences count, the order of the others hardly.
Each instance is standardised and weighs the same, each data set by the root of its size.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize

from briefgen.model import Sentence
from briefgen.salience.grams import Floats, Integers
from briefgen.salience.passes import among, counted, spoken, survey, tallies
from briefgen.salience.score import asked, described, salience, shares_for
from briefgen.salience.weights import BY_HAND, CONTEXTS, FEATURES, Weights

PENALTY = 0.004
"""What the square of a weight's distance from the one set by hand costs."""

PRIOR = 0.2
"""Share of the weights set by hand: no collection of summaries shows every kind of corpus."""

LENGTH = 0.8
"""Power of a sentence's length that its gain is divided by: 0 favours long ones, 1 short ones."""

BIGRAMS = 3.0
"""What a share of the bigrams counts beside the same share of the unigrams."""

STRETCH = 1.25
"""What the weights are multiplied by in the end: scores then have a standard deviation of about
0.6, as those by hand do, and what picking demands of a score holds for both."""

Grams = Counter[tuple[str, ...]]

Reading = Callable[[str], Sequence[str]]
"""Returns the words of a text, as they are compared."""


@dataclass(frozen=True, slots=True)
class Example:
    """One instance: its sentences, their `design`, (sentences, contexts x features), and `gain`."""

    sentences: tuple[Sentence, ...]
    design: Floats
    gain: Floats


@dataclass(frozen=True, slots=True)
class Lists:
    """Examples together, row after row.

    Each list begins at its place in `starts` and has its length in `lengths`; `share` is what each
    sentence has of the weight of all, shape (sentences,), and 1 in sum.
    """

    design: Floats
    gain: Floats
    starts: Integers
    lengths: Integers
    weight: Floats

    @classmethod
    def of(cls, sets: Iterable[Sequence[Example]]) -> "Lists":
        """Return the examples of all data sets, each set weighing the root of its size."""
        both = [(one, 1 / np.sqrt(len(some))) for some in sets for one in some]
        lengths = np.array([len(one.gain) for one, _ in both])
        weight = np.array([weight for _, weight in both])
        return cls(
            np.vstack([one.design for one, _ in both]),
            np.concatenate([one.gain for one, _ in both]),
            np.cumsum(lengths) - lengths,
            lengths,
            np.repeat(weight / weight.sum(), lengths),
        )

    def logarithms(self, values: Floats) -> Floats:
        """Return the logarithm of the softmax of `values` within each list."""
        lowered = values - np.repeat(np.maximum.reduceat(values, self.starts), self.lengths)
        sums = np.add.reduceat(np.exp(lowered), self.starts)
        return np.asarray(lowered - np.repeat(np.log(sums), self.lengths))


def example(
    sentences: Sequence[Sentence], words: str, references: Sequence[str], reading: Reading
) -> Example | None:
    """Return what can be learnt from documents and the summaries people wrote of them.

    `words` says what the summaries are about, if anything. None if there are no content words.
    """
    languages = spoken(sentences)
    theme = asked(words)
    parts = tuple(tallies(sentences))
    found = survey(parts, counted(parts), [theme], among(sentences), languages)
    if found is None:
        return None
    known = described(found, 0)
    shares = shares_for(found, 0)
    standardised = salience(known.features, np.ones(len(FEATURES)), shares)
    design = np.hstack([standardised * share for share in shares])
    told = tuple(sentence for sentence, _ in found.told)
    return Example(told, design, _gains([one.text for one in told], references, reading))


def learn(sets: Iterable[Sequence[Example]]) -> Weights:
    """Return the weights that several data sets teach together."""
    lists = Lists.of(sets)
    wanted = np.exp(lists.logarithms(lists.gain))
    by_hand = BY_HAND.coefficients(FEATURES, np.eye(len(CONTEXTS))[0])
    origin = np.concatenate([by_hand, np.zeros(len(FEATURES) * (len(CONTEXTS) - 1))])

    def loss(weights: Floats) -> tuple[float, Floats]:
        logarithms = lists.logarithms(lists.design @ weights)
        away = weights - origin
        unlike = -(lists.weight * wanted * logarithms).sum()
        slope = lists.design.T @ (lists.weight * (np.exp(logarithms) - wanted))
        return unlike + PENALTY * away @ away, slope + 2 * PENALTY * away

    learnt = minimize(loss, origin, jac=True, method="L-BFGS-B").x
    table = (STRETCH * ((1 - PRIOR) * learnt + PRIOR * origin)).reshape(len(CONTEXTS), -1)
    named = [dict(zip(FEATURES, row.round(4).tolist(), strict=True)) for row in table]
    return Weights(dict(zip(CONTEXTS, named, strict=True)))


def _gains(texts: Sequence[str], references: Sequence[str], reading: Reading) -> Floats:
    """Return what each sentence gains for its length, standardised: (sentences,)."""
    shares = np.array(
        [[recall(text, references, order, reading) for order in (1, 2)] for text in texts]
    )
    lengths = np.maximum([len(text.split()) for text in texts], 8)
    gains = shares @ [1.0, BIGRAMS] / np.power(lengths, LENGTH)
    return np.asarray((gains - gains.mean()) / (gains.std() or 1.0))


def recall(text: str, references: Sequence[str], order: int, reading: Reading) -> float:
    """Return ROUGE-N (Lin, 2004) recall: the mean over the references, 0 to 1."""
    own = _grams(reading(text), order)
    return float(np.mean([_overlap(own, _grams(reading(one), order)) for one in references]))


def _overlap(own: Grams, reference: Grams) -> float:
    return (own & reference).total() / max(reference.total(), 1)


def _grams(words: Sequence[str], order: int) -> Grams:
    return Counter(zip(*(words[skip:] for skip in range(order)), strict=False))

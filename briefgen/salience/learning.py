"""Learning what features are worth from summaries that people wrote: ridge regression.

The target is how much of the references' unigrams and bigrams a sentence has, for its length;
each instance is standardised and weighs the same, each data set by the root of its size.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.linear_model import Ridge

from briefgen.model import Sentence
from briefgen.salience.estimator import LinearSalience
from briefgen.salience.features import Floats
from briefgen.salience.passes import among, spoken, survey, tallies
from briefgen.salience.score import FEATURES, asked, described
from briefgen.salience.weights import BY_HAND, CONTEXTS, Weights, context

_LEARNT_CONTEXTS = CONTEXTS[:-1]

_LEARNT = [place for place, name in enumerate(FEATURES) if name != "leads"]
"""All but likeness to leads: beside the others it earned nothing in cross-validation."""

PENALTY = 100.0
"""Strength of the ridge."""

PRIOR = 0.3
"""Share of the weights set by hand: no collection of summaries shows every kind of corpus.

Of short blocks of several documents none is shown; there the weights are those set by hand.
"""

LENGTH = 0.75
"""Power of a sentence's length that its gain is divided by: 0 favours long ones, 1 short ones."""

BIGRAMS = 3.0
"""What a share of the bigrams counts beside the same share of the unigrams."""

_WORD = re.compile(r"\w+")

Grams = Counter[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Example:
    """One instance: `design` (sentences, features x contexts) and the `gain` of each sentence."""

    design: Floats
    gain: Floats


def example(sentences: Sequence[Sentence], words: str, references: Sequence[str]) -> Example | None:
    """Return what can be learnt from documents and the summaries people wrote of them.

    `words` says what the summaries are about, if anything. None if there are no content words.
    """
    languages = spoken(sentences)
    theme = asked(words, languages)
    found = survey(tuple(tallies(sentences)), [theme], among(sentences), languages)
    if found is None:
        return None
    _, _, features = described(found, 0)
    kept = features[:, _LEARNT]
    standardised = LinearSalience(np.ones(kept.shape[1])).fit(kept).contributions(kept)
    shares = context(found.statistics)[: len(_LEARNT_CONTEXTS)]
    design = np.hstack([standardised * share for share in shares])
    return Example(design, _gains([sentence.text for sentence, _ in found.told], references))


def learn(sets: Iterable[Sequence[Example]]) -> Weights:
    """Return the weights that several data sets teach together."""
    weighted = [(one, 1 / np.sqrt(len(some))) for some in sets for one in some]
    shares = np.concatenate([np.full(len(one.gain), w / len(one.gain)) for one, w in weighted])
    model = Ridge(alpha=PENALTY, fit_intercept=False).fit(
        np.vstack([one.design for one, _ in weighted]),
        np.concatenate([one.gain for one, _ in weighted]),
        sample_weight=shares / shares.mean(),
    )
    learnt = np.zeros((len(_LEARNT_CONTEXTS), len(FEATURES)))
    learnt[:, _LEARNT] = model.coef_.reshape(len(_LEARNT_CONTEXTS), -1)
    by_hand = BY_HAND.coefficients(FEATURES, np.eye(len(CONTEXTS))[0])
    always = (1 - PRIOR) * learnt[0] + PRIOR * by_hand
    table = [always, *((1 - PRIOR) * learnt[1:]), by_hand - always]
    named = [dict(zip(FEATURES, row.round(4).tolist(), strict=True)) for row in table]
    return Weights(dict(zip(CONTEXTS, named, strict=True)))


def _gains(texts: Sequence[str], references: Sequence[str]) -> Floats:
    """Return what each sentence gains for its length, standardised: (sentences,)."""
    shares = np.array([_shares(text, references) for text in texts]) @ [1.0, BIGRAMS]
    lengths = np.maximum([len(text.split()) for text in texts], 8)
    gains = shares / np.power(lengths, LENGTH)
    return np.asarray((gains - gains.mean()) / (gains.std() or 1.0))


def _shares(text: str, references: Sequence[str]) -> tuple[float, float]:
    return recall(text, references, 1), recall(text, references, 2)


def recall(text: str, references: Sequence[str], order: int) -> float:
    """Return ROUGE-N (Lin, 2004) recall, unstemmed: the mean over the references."""
    own = _grams(text, order)
    return float(np.mean([_overlap(own, _grams(one, order)) for one in references]))


def _overlap(own: Grams, reference: Grams) -> float:
    return (own & reference).total() / max(reference.total(), 1)


def _grams(text: str, order: int) -> Grams:
    words = _WORD.findall(text.lower())
    return Counter(zip(*(words[skip:] for skip in range(order)), strict=False))

"""The estimator that turns features into one score: linear, so that every score has its reasons."""

from typing import Self

import numpy as np
from numpy.typing import ArrayLike, NDArray
from sklearn.base import BaseEstimator
from sklearn.utils.validation import check_is_fitted, validate_data


class LinearSalience(BaseEstimator):  # type: ignore[misc]  # scikit-learn has no types
    """Weighs features standardised within one corpus.

    Parameters
    ----------
    coefficients : array-like of shape (n_features,), default=None
        What one standard deviation of each feature is worth; None weighs all alike.
    usual : array-like of shape (n_features,), default=None
        The standard deviation that each feature has elsewhere, NaN for one that is only known here.
    trust : float, default=0.0
        How much `usual` counts beside what the corpus itself has, from 0 to 1.

    Attributes:
    ----------
    mean_ : ndarray of shape (n_features,)
        Mean of each feature in the corpus.
    scale_ : ndarray of shape (n_features,)
        Geometric mean of its standard deviation, here and usual; a constant one has scale 1.
    n_features_in_ : int
        Features seen by `fit`.
    """

    def __init__(  # noqa: D107 - see above
        self,
        coefficients: ArrayLike | None = None,
        usual: ArrayLike | None = None,
        trust: float = 0.0,
    ) -> None:
        self.coefficients = coefficients
        self.usual = usual
        self.trust = trust

    def fit(self, X: ArrayLike, y: None = None) -> Self:
        """Learn what is usual in the corpus from X of shape (n_sentences, n_features)."""
        features = validate_data(self, X, dtype=np.float64)
        self._coefficients(features.shape[1])
        self.mean_ = features.mean(axis=0)
        here = features.std(axis=0)
        constant = here <= 1e-12 * np.maximum(np.abs(self.mean_), 1.0)
        self.scale_ = np.where(constant, 1.0, self._between(here))
        return self

    def contributions(self, X: ArrayLike) -> NDArray[np.float64]:
        """Return what each feature adds to each score: (n_sentences, n_features)."""
        check_is_fitted(self)
        features = validate_data(self, X, dtype=np.float64, reset=False)
        standardised = (features - self.mean_) / self.scale_
        return np.asarray(standardised * self._coefficients(features.shape[1]))

    def score_samples(self, X: ArrayLike) -> NDArray[np.float64]:
        """Return the salience of each sentence: (n_sentences,), the sum of its contributions."""
        return np.asarray(self.contributions(X).sum(axis=1))

    def _coefficients(self, count: int) -> NDArray[np.float64]:
        if self.coefficients is None:
            return np.full(count, 1.0 / count)
        return _one_for_each("coefficients", self.coefficients, count)

    def _between(self, here: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the deviations between those `here` and the usual ones, as far as they count."""
        if self.usual is None:
            return here
        usual = _one_for_each("usual", self.usual, len(here))
        elsewhere = np.where(np.isnan(usual), here, usual)
        return np.asarray(here ** (1.0 - self.trust) * elsewhere**self.trust)


def _one_for_each(name: str, values: ArrayLike, count: int) -> NDArray[np.float64]:
    found = np.asarray(values, dtype=np.float64)
    if found.shape != (count,):
        raise ValueError(
            f"{name}: expected shape ({count},), one for each feature, got {found.shape}"
        )
    return found

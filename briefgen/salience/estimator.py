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

    Attributes:
    ----------
    mean_, scale_ : ndarray of shape (n_features,)
        Mean and standard deviation of each feature in the corpus; a constant one has scale 1.
    n_features_in_ : int
        Features seen by `fit`.
    """

    def __init__(self, coefficients: ArrayLike | None = None) -> None:  # noqa: D107 - see above
        self.coefficients = coefficients

    def fit(self, X: ArrayLike, y: None = None) -> Self:
        """Learn what is usual in the corpus from X of shape (n_sentences, n_features)."""
        features = validate_data(self, X, dtype=np.float64)
        self._check_coefficients(features.shape[1])
        self.mean_ = features.mean(axis=0)
        deviation = features.std(axis=0)
        constant = deviation <= 1e-12 * np.maximum(np.abs(self.mean_), 1.0)
        self.scale_ = np.where(constant, 1.0, deviation)
        return self

    def contributions(self, X: ArrayLike) -> NDArray[np.float64]:
        """Return what each feature adds to each score: (n_sentences, n_features)."""
        check_is_fitted(self)
        features = validate_data(self, X, dtype=np.float64, reset=False)
        standardised = (features - self.mean_) / self.scale_
        return np.asarray(standardised * self._check_coefficients(features.shape[1]))

    def score_samples(self, X: ArrayLike) -> NDArray[np.float64]:
        """Return the salience of each sentence: (n_sentences,), the sum of its contributions."""
        return np.asarray(self.contributions(X).sum(axis=1))

    def _check_coefficients(self, count: int) -> NDArray[np.float64]:
        if self.coefficients is None:
            return np.full(count, 1.0 / count)
        coefficients = np.asarray(self.coefficients, dtype=np.float64)
        if coefficients.shape != (count,):
            raise ValueError(
                f"coefficients: expected shape ({count},), one for each feature,"
                f" got {coefficients.shape}"
            )
        return coefficients

"""The salience estimator keeps scikit-learn's promises and explains every score."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from sklearn.utils.estimator_checks import parametrize_with_checks

from briefgen.salience.estimator import LinearSalience


@parametrize_with_checks([LinearSalience()])  # type: ignore[untyped-decorator]
def test_the_estimator_passes_the_common_checks(estimator: Any, check: Any) -> None:
    check(estimator)


FEATURES = arrays(np.float64, (7, 3), elements=st.floats(-1e6, 1e6, width=32))


@given(FEATURES)
def test_a_score_is_the_sum_of_its_contributions(features: Any) -> None:
    salience = LinearSalience([1.0, -2.0, 0.5]).fit(features)
    added = salience.contributions(features)
    assert added.shape == (7, 3)
    np.testing.assert_allclose(salience.score_samples(features), added.sum(axis=1))


@given(FEATURES, st.floats(0.5, 100), st.floats(-100, 100))
def test_the_unit_of_a_feature_does_not_matter(features: Any, unit: float, shift: float) -> None:
    spread = np.round(features)  # differences that survive the shift
    one = LinearSalience().fit(spread).score_samples(spread)
    other = spread * unit + shift
    np.testing.assert_allclose(one, LinearSalience().fit(other).score_samples(other), atol=1e-5)


def test_a_feature_that_never_varies_adds_nothing() -> None:
    features = np.array([[3.0, 1.0], [3.0, 2.0]])
    assert LinearSalience().fit(features).contributions(features)[:, 0].tolist() == [0.0, 0.0]


@pytest.mark.parametrize(
    ("trust", "scale"), [(0.0, [2.0, 3.0, 1.0]), (0.5, [4.0, 3.0, 1.0]), (1.0, [8.0, 3.0, 1.0])]
)
def test_a_scale_lies_between_the_deviation_here_and_the_usual_one(
    trust: float, scale: list[float]
) -> None:
    """As the geometric mean does; what has no usual one, or never varies, keeps its own."""
    features = [[1.0, 0.0, 5.0], [5.0, 6.0, 5.0]]
    fitted = LinearSalience(usual=[8.0, np.nan, 9.0], trust=trust).fit(features)
    assert fitted.scale_.tolist() == pytest.approx(scale)


@pytest.mark.parametrize("name", ["coefficients", "usual"])
def test_what_does_not_fit_the_features_is_named_with_rule_and_value(name: str) -> None:
    salience = LinearSalience().set_params(**{name: [1.0, 2.0, 3.0]})
    with pytest.raises(ValueError, match=rf"{name}: expected shape \(2,\).*got \(3,\)"):
        salience.fit([[1.0, 2.0], [2.0, 1.0]])

"""Where the templates and the sample corpus are: inside an installed package, else the checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent


def templates() -> Path:
    """Return the folder of the templates that come with briefgen."""
    return _first(_PACKAGE / "templates", _CHECKOUT / "templates")


def sample_configuration() -> Path:
    """Return the sample's `briefgen.yaml`; the `seeds` it names stand beside it."""
    return _first(_PACKAGE / "sample" / "briefgen.yaml", _CHECKOUT / "briefgen.yaml")


def _first(installed: Path, checkout: Path) -> Path:
    return installed if installed.exists() else checkout

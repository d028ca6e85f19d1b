"""Whether the libraries of `briefgen[web]` are there; a build does without them."""

from importlib.util import find_spec

from briefgen.errors import BriefgenError


def expect_installed(*packages: str) -> None:
    """Raise BriefgenError, with the command that mends it, if one of the packages is missing."""
    missing = [package for package in packages if find_spec(package) is None]
    if missing:
        raise BriefgenError(
            f"expected the packages that fetch, found no {', '.join(missing)}:"
            " pip install 'briefgen[web]'"
        )

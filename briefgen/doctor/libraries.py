"""Whether each library that briefgen requires is installed, new enough, and loads."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from importlib import import_module
from importlib.metadata import PackageNotFoundError, packages_distributions, requires, version

from briefgen.doctor.finding import Finding
from briefgen.pango import unsearched

_REQUIREMENT = re.compile(r"(?P<name>[\w.-]+)(?:>=(?P<least>[\d.]+))?")


def libraries(unloadable: Collection[str]) -> Iterator[Finding]:
    """Yield a finding for each library that the installed briefgen requires, extras aside.

    Those in `unloadable` are not loaded: what they lack is a finding of its own.
    """
    try:
        required = [one for one in requires("briefgen") or () if "extra ==" not in one]
    except PackageNotFoundError:
        yield Finding("libraries", False, "briefgen is not installed: pip install .")
        return
    packages = _packages()
    for requirement in filter(None, map(_REQUIREMENT.match, required)):
        name, least = requirement["name"], requirement["least"] or "0"
        tried = () if name in unloadable else packages.get(_normalised(name), ())
        yield _library(name, least, tried)


def _library(name: str, least: str, packages: Collection[str]) -> Finding:
    try:
        installed = version(name)
    except PackageNotFoundError:
        return Finding(name, False, f"not installed: pip install '{name}>={least}'")
    if _numbers(installed) < _numbers(least):
        return Finding(name, False, f"{installed}, too old: pip install '{name}>={least}'")
    cause = next(filter(None, map(_failure, packages)), None)
    if cause:
        return Finding(name, False, f"{installed}, does not load: {cause}")
    return Finding(name, True, installed)


def _failure(package: str) -> str | None:
    """Return why a package cannot be imported, None if it can."""
    try:
        with unsearched():
            import_module(package)
    except Exception as error:  # whatever a library raises where something that it needs is missing
        return " ".join(f"{type(error).__name__}: {error}".split())
    return None


def _packages() -> Mapping[str, list[str]]:
    """Return what can be imported of each library that is installed, private packages aside."""
    packages = defaultdict(list)
    for package, names in sorted(packages_distributions().items()):
        if package.isidentifier() and not package.startswith("_"):
            for name in names:
                packages[_normalised(name)].append(package)
    return packages


def _normalised(name: str) -> str:
    """Return the name of a library in the one form that all its spellings share (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _numbers(release: str) -> tuple[int, ...]:
    """Return the leading numbers of a release, by which releases are ordered (PEP 440)."""
    found = re.match(r"\d+(?:\.\d+)*", release)
    return tuple(int(number) for number in found[0].split(".")) if found else ()

"""The command that takes texts out of the corpus."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from briefgen.cli import arguments
from briefgen.cli.terminal import answer, near, patience, warn
from briefgen.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from briefgen.adding import Removed

given = click.argument("given", metavar="[PATH]...", nargs=-1)
recursive = click.option(
    "--recursive", "-r", is_flag=True, help="Take folders too, with all that is in them."
)
gone = click.option(
    "--gone", is_flag=True, help="Take away every entry of sources.yaml whose file is gone."
)
dry_run = click.option("--dry-run", is_flag=True, help="Say what would be removed, and stop.")


@click.command(epilog=arguments.example("briefgen remove old/report.txt --dry-run"))
@given
@arguments.config
@recursive
@gone
@dry_run
@arguments.as_json
def remove(
    given: tuple[str, ...], config: Path, recursive: bool, gone: bool, dry_run: bool, as_json: bool
) -> None:
    """Take texts out of the corpus and out of sources.yaml.

    PATH is a path as `briefgen sources` lists it, or as seen from here. The file is deleted and its
    entry taken out of sources.yaml, of which nothing else changes. Of a file that is gone already
    the entry is taken out. If anything is wrong with one PATH, nothing is removed. `briefgen
    refresh` does not bring back what was removed. Issues that cite a text are named.
    """
    from dataclasses import asdict
    from pathlib import Path

    from briefgen import adding
    from briefgen.config import load
    from briefgen.read import listing

    if not given and not gone:
        raise UsageError("expected a path or --gone, found neither")
    settings = load(config)
    wanted = adding.Wanted(given, Path.cwd(), recursive, gone)
    with patience("removing"):
        removed = adding.remove(settings.sources, wanted, dry_run)
    cited, unread = _cited(removed, settings.output)
    if as_json:
        found = [asdict(one) | {"cited": cited.get(one.path, ())} for one in removed]
        answer({"removed": found, "dry_run": dry_run}, as_json)
    else:
        verb = "would remove" if dry_run else "removed"
        answer((f"{verb:<13}  {one}" for one in removed), as_json)
    remaining = () if dry_run else listing(settings.sources).problems
    warn([*_told(cited, settings.output), *unread, *remaining])


def _cited(
    removed: Iterable[Removed], output: Path
) -> tuple[dict[str, tuple[str, ...]], tuple[str, ...]]:
    """Return the issues that cite a file, or anything in it, by its path; and unread ledgers."""
    from briefgen.ledger import issues
    from briefgen.stock import holders

    known, unread = issues(output)
    files = {one.path for one in removed if one.file}
    cited: dict[str, tuple[str, ...]] = {}
    for path, weeks in known.items():
        file = next((one for one in holders(path) if one in files), None)
        if file:
            cited[file] = tuple(sorted({*cited.get(file, ()), *weeks}))
    return cited, unread


def _told(cited: Mapping[str, tuple[str, ...]], output: Path) -> Iterator[str]:
    """Yield a line for each text that is cited: the last issue, and how many there are besides."""
    for path, issues in cited.items():
        more = f" and {len(issues) - 1} more" if len(issues) > 1 else ""
        verb = "cite" if more else "cites"
        yield f"{near(output / issues[-1])}{more} {verb} {path}; verify will call it missing"

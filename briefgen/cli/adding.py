"""The commands that bring texts into the corpus; only they reach for the network."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from briefgen.cli import arguments
from briefgen.cli.terminal import answer, patience, warn
from briefgen.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date, datetime
    from pathlib import Path

    from briefgen.adding import Added, Item, Refreshed
    from briefgen.model import Metadata, Settings
    from briefgen.read import Listing

given = click.argument("given", metavar="[PATH|ADDRESS|-]...", nargs=-1)
name = click.option("--name", metavar="NAME", help="What to call it in the corpus.")
title = click.option("--title", metavar="TEXT", help="Its title.")
publisher = click.option("--publisher", metavar="TEXT", help="Its outlet.")
author = click.option("--author", metavar="TEXT", help="Who wrote it.")
published = click.option(
    "--date",
    "published",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="When it was published.",
)
language = click.option("--language", metavar="TAG", help="Its language, such as en or pt-BR.")
feeds = click.option(
    "--feed",
    "feeds",
    metavar="ADDRESS",
    multiple=True,
    help="A feed to follow; takes what it links to.",
)
entries = click.option(
    "--entries", is_flag=True, help="Take what the feed itself has, not what it links to."
)
http = click.option("--allow-http", "http", is_flag=True, help="Let plain http through.")
private = click.option(
    "--allow-private", "private", is_flag=True, help="Let private and local IP addresses through."
)


@click.command(epilog=arguments.example("briefgen add report.txt --date 2025-11-04"))
@given
@arguments.config
@name
@title
@publisher
@author
@published
@language
@feeds
@entries
@http
@private
@arguments.as_json
def add(
    given: tuple[str, ...],
    config: Path,
    name: str | None,
    feeds: tuple[str, ...],
    entries: bool,
    http: bool,
    private: bool,
    as_json: bool,
    **said: Any,
) -> None:
    """Add texts to the corpus: files, folders, addresses, feeds.

    Each is copied into the source folder under a name that is free, and what is known of it is
    written into sources.yaml. What the corpus has already, to the byte, is not copied again. - is
    what is piped in. Exit 1 if anything failed.
    """
    from dataclasses import replace
    from itertools import chain
    from time import sleep

    from briefgen import adding

    _expect_sense(given, feeds, entries, name or said["title"])
    settings, today = _settings(config), _today()
    folder, known = settings.sources, _known(said)
    if settings.undated == "retrieved":  # the day that files are brought counts as well
        known = replace(known, retrieved=today)
    exceptions = [word for word, allowed in (("http", http), ("private", private)) if allowed]
    problems: list[str] = []
    with patience("adding"):
        items = [_items(one, known, name, exceptions, today, problems.append) for one in given]
        added = adding.add(chain.from_iterable(items), folder) if given else ()
        followed = [
            adding.Subscription(one, said["publisher"], adding.keeping(entries), tuple(exceptions))
            for one in feeds
        ]
        brought = [adding.follow(one, folder, today, sleep) for one in followed]
    _tell(added, brought, as_json, [*problems, *_listing(folder).problems])


@click.command(epilog=arguments.example("briefgen refresh"))
@arguments.config
@arguments.as_json
def refresh(config: Path, as_json: bool) -> None:
    """Add what is new in the feeds that are followed.

    They stand in feeds.yaml in the source folder; `briefgen add --feed` puts them there. Each
    text is taken once. A feed that fails does not keep the others; exit 1 if any did.
    """
    from time import sleep

    from briefgen import adding

    folder = _settings(config).sources
    with patience("asking the feeds"):
        brought = adding.refresh(folder, _today(), sleep)
    _tell((), brought, as_json, _listing(folder).problems)


def _expect_sense(
    given: tuple[str, ...], feeds: tuple[str, ...], entries: bool, single: str | None
) -> None:
    """Raise UsageError for a call that leaves open what it means."""
    from pathlib import Path

    if not given and not feeds:
        raise UsageError("expected a path, an address, - or --feed ADDRESS, found none of them")
    if single and (len(given) != 1 or Path(given[0]).is_dir()):
        raise UsageError("--name, --title: expected one text to say it of, found another number")
    if entries and not feeds:
        raise UsageError("--entries: expected --feed ADDRESS with it, found none")


def _items(
    one: str,
    known: Metadata,
    name: str | None,
    exceptions: list[str],
    today: date,
    warn: Callable[[str], object],
) -> Iterable[Item | Added]:
    """Return what `one` stands for; what is fetched is there by then, files are read later."""
    from dataclasses import replace
    from functools import partial
    from pathlib import Path

    from briefgen import adding, fetch

    if one == "-":
        return [adding.piped(sys.stdin.buffer, known, name)]
    if not fetch.has_scheme(one):
        return adding.files(Path(one), known, name, warn)
    ask = partial(fetch.get, policy=fetch.allowing(exceptions))
    return [adding.fetched(one, replace(known, retrieved=today), ask, name)]


def _known(said: dict[str, Any]) -> Metadata:
    from briefgen.model import Metadata

    published: datetime | None = said.pop("published", None)
    return Metadata(published=published.date() if published else None, **said)


def _settings(config: Path) -> Settings:
    from briefgen.config import load

    return load(config)


def _today() -> date:
    from datetime import date

    return date.today()


def _listing(folder: Path) -> Listing:
    from briefgen.read import listing

    return listing(folder)


def _tell(
    added: Iterable[Added], brought: Sequence[Refreshed], as_json: bool, problems: Sequence[str]
) -> None:
    """Print what became of each thing, and end the command with what that comes to."""
    from itertools import chain

    every = [*added, *chain.from_iterable(one.added for one in brought)]
    answer({"added": every, "feeds": brought} if as_json else map(str, [*every, *brought]), as_json)
    warn(problems)
    failed = any(one.fate == "failed" for one in every) or not all(one.ok for one in brought)
    sys.exit(1 if failed else 0)

"""The command that shows what is read of single files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from briefgen.cli import arguments
from briefgen.cli.terminal import answer, patience

if TYPE_CHECKING:
    from pathlib import Path

_files = click.argument(
    "files",
    metavar="FILE...",
    nargs=-1,
    required=True,
    type=arguments.Place(exists=True, dir_okay=False),
)
_sentences = click.option(
    "--sentences", "split", is_flag=True, help="Show where each sentence begins and ends."
)


@click.command(epilog=arguments.example("briefgen read export.json --sentences"))
@_files
@_sentences
@arguments.as_json
def read(files: tuple[Path, ...], split: bool, as_json: bool) -> None:
    """Show what is read of files, without a project.

    It is what to open a file with when a brief is wrong. Of each text in the files: what became of
    it, what is known of it and where that is from, its blocks, what was dropped and why, what could
    not be read. With --json a list of objects, with offsets in the text of each.
    """
    from briefgen.looking import lines, readings

    with patience("reading the files"):
        found = list(readings(files))
    shown = [line for one in found for line in (*lines(one, split), "")]
    answer(found if as_json else shown[:-1], as_json)

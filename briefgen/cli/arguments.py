"""What several commands are told, and how their help says it."""

from __future__ import annotations

from typing import Any

import click


class Place(click.Path):
    """A path given on the command line."""

    def convert(self, value: Any, param: Any, ctx: Any) -> Any:
        """Return the path once it is known to be what the command needs."""
        from pathlib import Path

        return Path(str(super().convert(value, param, ctx)))


def example(line: str) -> str:
    """Return `line` as the end of a command's help."""
    return f"\b\nExample:\n  {line}"


ledger_argument = click.argument(
    "brief_json", metavar="BRIEF.json", type=Place(exists=True, dir_okay=False)
)
config_option = click.option(
    "--config",
    type=Place(),
    metavar="FILE",
    default="briefgen.yaml",
    show_default=True,
    help="The configuration; its folders are seen from where it stands.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")

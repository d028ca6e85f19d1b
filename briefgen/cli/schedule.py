"""The command that tells a scheduler when to run briefgen."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from briefgen.cli import arguments
from briefgen.cli.doorway import now
from briefgen.cli.terminal import answer, near, put
from briefgen.errors import DeliveryError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from briefgen.schedule import Job

form = click.argument(
    "form", metavar="systemd|cron|github", type=click.Choice(["systemd", "cron", "github"])
)
at = click.option(
    "--at", metavar="TIME", default="Mon 07:00", show_default=True, help="The day and the hour."
)
zone = click.option(
    "--zone", metavar="ZONE", help="Whose clocks are meant.  [default: this machine's]"
)
install = click.option(
    "--install", is_flag=True, help="Put it into place: for systemd and github, not for cron."
)


@click.command(epilog=arguments.example("briefgen schedule systemd --zone Europe/Berlin"))
@form
@arguments.config
@at
@zone
@install
def schedule(form: str, config: Path, at: str, zone: str | None, install: bool) -> None:
    """Print what makes a scheduler run `briefgen run` each week.

    The hour is that of a time zone and stays so across daylight saving: by systemd's own means, by
    a question to the clock in cron, by a line for each season in GitHub Actions, which know UTC
    only. An issue made on a Monday or a Tuesday is of the week that has just ended (`run --week
    last`), unless `window:` is neither left out nor `week`. With --install the timer of systemd is
    written and enabled for the present user, or the workflow written into the project.
    """
    from briefgen.schedule import FORMS

    if form == "cron" and install:
        raise UsageError("--install: expected systemd or github, found cron; use `crontab -e`")
    job = _job(config.resolve(), at, zone or _own_zone())
    files = FORMS[form](job)
    if not install:
        return put(_shown(files))
    places = _written(files, _home() if form == "systemd" else config.resolve().parent)
    if form == "systemd":
        _enable(job.name)
    return answer([near(place) for place in places], as_json=False)


def _shown(files: Mapping[str, str]) -> Iterator[str]:
    """Yield the files one after the other, each under its name if there are several."""
    for name, text in files.items():
        if len(files) > 1:
            yield f"# {name}"
        yield text


def _job(config: Path, at: str, zone: str) -> Job:
    import os
    import re

    from briefgen.config import load
    from briefgen.mailing import journal_of
    from briefgen.schedule import Job, week_options, weekly
    from briefgen.windows import LAST_WEEK

    settings = load(config)
    server = settings.mail.server if settings.mail else None
    when = weekly(at, zone, now().date())
    follows_weeks = settings.window in (None, LAST_WEEK)
    kept = (journal_of(settings), settings.output, settings.sources)
    kind, _, name = (server.password if server else "").partition(":")
    return Job(
        name="briefgen-" + (re.sub(r"[^A-Za-z0-9]+", "-", config.parent.name).strip("-") or "desk"),
        when=when,
        command=(sys.executable, "-m", "briefgen", "run", "--config", str(config)),
        options=week_options(when) if follows_weeks else (),
        folder=str(config.parent),
        configuration=config.name,
        secrets=(name,) if kind == "env" else (),
        kept=tuple(os.path.relpath(place, config.parent) for place in kept),
        today=now().date(),
    )


def _own_zone() -> str:
    """Return the name of this machine's zone, as TZ or the link /etc/localtime has it, or none."""
    import os
    from pathlib import Path

    linked = str(Path("/etc/localtime").resolve()).partition("zoneinfo/")[2]
    return os.environ.get("TZ", "").lstrip(":") or linked or "UTC"


def _home() -> Path:
    """Return where systemd looks for a user's units (systemd.unit(5))."""
    import os
    from pathlib import Path

    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "systemd" / "user"


def _written(files: Mapping[str, str], folder: Path) -> list[Path]:
    from briefgen.deliver import publish_lines

    for name, text in files.items():
        publish_lines(text.splitlines(), folder / name)
    return [folder / name for name in files]


def _enable(name: str) -> None:
    import subprocess

    for words in (["daemon-reload"], ["enable", "--now", f"{name}.timer"]):
        command = ["systemctl", "--user", *words]
        try:
            done = subprocess.run(command, capture_output=True, encoding="utf-8")
            wrong = done.stderr.strip() if done.returncode else ""
        except OSError as error:
            wrong = str(error.strerror)
        if wrong:
            raise DeliveryError(f"{' '.join(command)}: expected it to work, found: {wrong}")

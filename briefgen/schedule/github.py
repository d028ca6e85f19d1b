"""A job as a GitHub Actions workflow, whose schedules are in UTC, whatever the season.

So there is a line for each offset that the zone has in a year, and a first step that lets only the
line of the present season go on. It goes by which line started it, not by the hour, for GitHub
starts scheduled work late at times.
"""

import shlex
from collections.abc import Mapping
from datetime import datetime

from briefgen.schedule.moments import Job, in_utc

_PLACE = ".github/workflows/briefgen.yml"


def workflow(job: Job) -> Mapping[str, str]:
    """Return the workflow, by its path in the repository, whose root is the project's folder."""
    lines = {offset: _line(moment) for offset, moment in in_utc(job.when, job.today).items()}
    entries = "".join(f'    - cron: "{line}"    # at {offset}\n' for offset, line in lines.items())
    seasons = "|".join(f'"{line} {offset}"' for offset, line in lines.items())
    secrets = "".join(f"          {name}: ${{{{ secrets.{name} }}}}\n" for name in job.secrets)
    environment = f"        env:\n{secrets}" if secrets else ""
    return {
        _PLACE: _WORKFLOW.format(
            when=f"{job.when} in {job.when.zone}",
            entries=entries,
            zone=job.when.zone,
            seasons=seasons,
            environment=environment,
            command=shlex.join(["briefgen", "run", "--config", job.configuration, *job.options]),
            kept=shlex.join(job.kept),
        )
    }


def _line(moment: datetime) -> str:
    return f"{moment.minute} {moment.hour} * * {moment.isoweekday() % 7}"


_WORKFLOW = """\
# The weekly brief, {when}.
# The journal of what was sent is kept in this repository, which should therefore be private. If
# the last step fails after mail has gone out, put it there by hand before the next run: without it
# nobody knows who has the issue.
name: weekly brief
on:
  schedule:    # in UTC: one line for each season, and a step that knows which it is
{entries}  workflow_dispatch:
concurrency:    # never two at once: they would not see each other's journal
  group: briefgen
  cancel-in-progress: false
permissions:
  contents: write
jobs:
  run:
    runs-on: ubuntu-latest
    env:
      TZ: {zone}
    steps:
      - name: Is it the season of the line that started this?
        id: season
        env:
          LINE: ${{{{ github.event.schedule }}}}
        run: |
          case "$LINE $(date +%z)" in
            {seasons}|" "*) echo "go=yes" >> "$GITHUB_OUTPUT" ;;
            *) echo "The other line is for this season." ;;
          esac
      - uses: actions/checkout@v4
        if: steps.season.outputs.go
      - uses: actions/setup-python@v5
        if: steps.season.outputs.go
        with:
          python-version: "3.13"
      - name: Install
        if: steps.season.outputs.go
        run: |
          sudo apt-get install --yes libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
          pip install briefgen
      - name: Run
        if: steps.season.outputs.go
{environment}        run: {command}
      - name: Keep the journal and the issue
        if: always() && steps.season.outputs.go
        run: |
          git config user.name briefgen
          git config user.email briefgen@users.noreply.github.com
          for place in {kept}; do
            if [ -e "$place" ]; then git add --force --all -- "$place"; fi
          done
          git diff --cached --quiet || git commit --message "The weekly brief"
          git push
"""

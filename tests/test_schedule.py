"""A weekly hour in a zone comes at that hour, once a week, whatever the clocks do in between."""

import os
import re
import shutil
import subprocess
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.errors import UsageError
from briefgen.schedule import FORMS, Job, Weekly, weekly
from briefgen.schedule.moments import in_utc, moments

TODAY = date(2026, 11, 21)
ZONES = (
    "UTC",
    "Europe/Berlin",
    "America/New_York",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Pacific/Auckland",
    "America/St_Johns",
    "Africa/Casablanca",
)


def job(when: Weekly, folder: str = "/home/desk/the brief") -> Job:
    command = ("/usr/bin/python3", "-m", "briefgen", "run", "--config", f"{folder}/briefgen.yaml")
    kept = ("briefgen.outbox.sqlite", "output", "seeds")
    return Job(
        "briefgen-desk", when, command, folder, "briefgen.yaml", ("BRIEF_PASSWORD",), kept, TODAY
    )


# --- what is asked for -------------------------------------------------------------------------


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("written", ["Mon 07:00", "sun 23:45", "Wed 00:15"])
def test_an_hour_is_read_in_its_zone(written: str, zone: str) -> None:
    when = weekly(written, zone, TODAY)
    assert str(when) == written.title()
    assert all(moment.strftime("%a %H:%M") == written.title() for moment in moments(when, TODAY))


@pytest.mark.parametrize(
    ("written", "zone", "said"),
    [
        ("Mon 7", "UTC", "expected a day and an hour such as Mon 07:00, found Mon 7"),
        ("Mon 24:00", "UTC", "found Mon 24:00"),
        ("Noday 07:00", "UTC", "found Noday 07:00"),
        ("Mon 07:00", "Mars/Base", "expected a time zone such as Europe/Berlin, found Mars/Base"),
        ("Mon 07:00", "", "found none"),
        ("Mon 07:00", "../etc/passwd", "expected a time zone"),
        ("Sun 02:30", "Europe/Berlin", "the clocks skip it on 2027-03-28"),
        ("Sun 01:30", "America/New_York", "the clocks show it twice on 2027-11-07"),
    ],
)
def test_what_is_no_hour_that_comes_once_a_week_is_refused(
    written: str, zone: str, said: str
) -> None:
    with pytest.raises(UsageError, match=re.escape(said)):
        weekly(written, zone, TODAY)


# --- cron --------------------------------------------------------------------------------------


@settings(max_examples=20)
@given(
    zone=st.sampled_from(ZONES),
    own=st.sampled_from(ZONES),
    day=st.integers(0, 6),
    hour=st.integers(4, 22),
    minute=st.integers(0, 59),
    week=st.integers(0, 60),
)
def test_the_crontab_fires_at_that_hour_whatever_zone_the_machine_is_in(
    zone: str, own: str, day: int, hour: int, minute: int, week: int
) -> None:
    when = Weekly(day, time(hour, minute), zone)
    line = FORMS["cron"](job(when))["crontab"].splitlines()[2]
    minutes, *others = line.split(maxsplit=5)[:5]
    first, last, step = re.fullmatch(r"(?:(\d+)-(59)|\*)/(15)", minutes).groups()  # type: ignore[union-attr]
    ticking = range(int(first or 0), int(last or 59) + 1, int(step))
    asked = re.search(r"date \+\\%u\\%H\\%M\)\" = (\d{5}) \]", line)
    assert others == ["*"] * 4 and asked
    monday = datetime(2026, 11, 23, tzinfo=UTC) + timedelta(weeks=week)
    fired = [
        moment.astimezone(ZoneInfo(zone))
        for moment in (monday + timedelta(minutes=one) for one in range(7 * 24 * 60))
        if moment.astimezone(ZoneInfo(own)).minute in ticking
        and f"{moment.astimezone(ZoneInfo(zone)):%u%H%M}" == asked[1]
    ]
    assert [(one.weekday(), one.time()) for one in fired] == [(day, when.at)]


def test_a_shell_runs_the_line_as_cron_hands_it_over(tmp_path: Path) -> None:
    """What cron does to a line: a percent sign with a backslash loses the backslash."""
    folder = tmp_path / "100% of 'it'"
    folder.mkdir()
    when = Weekly(*_now_in("Asia/Kathmandu"), "Asia/Kathmandu")
    ours = job(when, str(folder))
    told = Job(ours.name, when, ("sh", "-c", "pwd; echo $TZ"), str(folder), "", (), (), TODAY)
    line = FORMS["cron"](told)["crontab"].splitlines()[2]
    command = line.split(maxsplit=5)[5]
    assert not re.search(r"(?<!\\)%", command)
    done = subprocess.run(["sh", "-c", command.replace("\\%", "%")], capture_output=True, text=True)
    assert done.stdout.splitlines() in ([str(folder), "Asia/Kathmandu"], [])  # [] as a minute ends


def _now_in(zone: str) -> tuple[int, time]:
    now = datetime.now(ZoneInfo(zone))
    return now.weekday(), now.time().replace(second=0, microsecond=0)


# --- GitHub Actions ----------------------------------------------------------------------------


@pytest.mark.parametrize("zone", ZONES)
def test_one_line_of_the_workflow_goes_on_each_week_at_that_hour(zone: str, tmp_path: Path) -> None:
    """The step's own shell decides, for a week of each season; the clock is told by a `date`."""
    when = weekly("Mon 07:00", zone, TODAY)
    [text] = FORMS["github"](job(when)).values()
    told = yaml.safe_load(text)
    lines = [one["cron"] for one in told[True]["schedule"]]  # YAML 1.1 takes `on` for a truth
    assert len(lines) == len(in_utc(when, TODAY)) == len(set(lines))
    script = told["jobs"]["run"]["steps"][0]["run"]
    weeks = list(moments(when, TODAY))[::13]
    for moment in weeks:
        going = []
        for line in lines:
            minute, hour, _, _, day = line.split()
            utc = moment.astimezone(UTC)
            started = (utc.minute, utc.hour, utc.isoweekday() % 7)
            goes = _goes(script, line, f"{moment:%z}", tmp_path)
            assert goes == (started == (int(minute), int(hour), int(day)))
            going.append(goes)
        assert sum(going) == 1


def _goes(script: str, line: str, offset: str, folder: Path) -> bool:
    output = folder / "output"
    output.write_text("")
    clock = folder / "date"
    clock.write_text(f"#!/bin/sh\necho {offset}\n")
    clock.chmod(0o755)
    path = f"{folder}{os.pathsep}{os.environ['PATH']}"
    env = {"LINE": line, "GITHUB_OUTPUT": str(output), "PATH": path}
    subprocess.run(["bash", "-eu", "-c", script], env=env, check=True, capture_output=True)
    return output.read_text() == "go=yes\n"


def test_the_workflow_runs_by_hand_too_and_keeps_the_journal(tmp_path: Path) -> None:
    [text] = FORMS["github"](job(weekly("Mon 07:00", "Europe/Berlin", TODAY))).values()
    told = yaml.safe_load(text)
    steps = told["jobs"]["run"]["steps"]
    assert _goes(steps[0]["run"], "", "+0100", tmp_path)
    assert told["concurrency"] == {"group": "briefgen", "cancel-in-progress": False}
    assert steps[4]["env"] == {"BRIEF_PASSWORD": "${{ secrets.BRIEF_PASSWORD }}"}
    assert steps[5]["if"].startswith("always()")
    assert "briefgen.outbox.sqlite output seeds" in steps[5]["run"]


# --- systemd -----------------------------------------------------------------------------------

SYSTEMD = pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="no systemd here")


@SYSTEMD
def test_systemd_accepts_the_units_and_reads_the_command_back(tmp_path: Path) -> None:
    odd = tmp_path / 'a "desk" at 100% $HOME'
    odd.mkdir()
    when = weekly("Mon 07:00", "Europe/Berlin", TODAY)
    ours = job(when, str(odd))
    units = FORMS["systemd"](
        Job(ours.name, when, ("/bin/echo", f"{odd}/briefgen.yaml"), str(odd), "", (), (), TODAY)
    )
    places = []
    for name, text in units.items():
        (tmp_path / name).write_text(text)
        places.append(str(tmp_path / name))
    done = subprocess.run(
        ["systemd-analyze", "--user", "verify", *places],
        env=os.environ | {"XDG_RUNTIME_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
    )
    assert [line for line in done.stderr.splitlines() if "briefgen-desk" in line] == []


@SYSTEMD
@pytest.mark.parametrize("zone", ZONES)
def test_systemd_reads_the_calendar_as_that_hour_in_that_zone(zone: str) -> None:
    when = weekly("Mon 07:00", zone, TODAY)
    timer = FORMS["systemd"](job(when))["briefgen-desk.timer"]
    calendar = re.findall(r"^OnCalendar=(.*)$", timer, re.MULTILINE)[0]
    done = subprocess.run(
        ["systemd-analyze", "calendar", "--iterations=60", calendar],
        env=os.environ | {"TZ": "UTC", "LC_ALL": "C"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    found = re.findall(
        r"(?:\(in UTC\)|Next elapse|Iteration #\d+|Iter\. #\d+): \w+ ([\d-]+ [\d:]+) UTC",
        done.stdout,
    )
    assert len(set(found)) >= 59
    for one in found:
        local = datetime.fromisoformat(f"{one}+00:00").astimezone(ZoneInfo(zone))
        assert (local.weekday(), local.time()) == (0, time(7))

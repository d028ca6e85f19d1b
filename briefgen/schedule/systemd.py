"""A job as a systemd user timer, which knows time zones (systemd.time(7))."""

from collections.abc import Mapping

from briefgen.schedule.moments import DAYS, Job


def units(job: Job) -> Mapping[str, str]:
    """Return the service and the timer, by the names of their files."""
    return {f"{job.name}.service": _service(job), f"{job.name}.timer": _timer(job)}


def _service(job: Job) -> str:
    command = " ".join(_quoted(word) for word in (*job.command, *job.options))
    secrets = "".join(
        f"# {name} is not known here. Give it by a drop-in that only you can read, with a\n"
        f"# line Environment={name}=..., or have a file: or keyring: in the configuration.\n"
        for name in job.secrets
    )
    return (
        "[Unit]\n"
        f"Description=The weekly brief of {_plain(job.folder)}\n"
        "\n"
        "[Service]\n"
        "Type=exec\n"
        f"WorkingDirectory={_plain(job.folder)}\n"
        f"Environment=TZ={job.when.zone}\n"
        f"{secrets}"
        f"ExecStart={command}\n"
        "# Exit 3: the server wants some messages later.\n"
        "RestartForceExitStatus=3\n"
        "RestartSec=30min\n"
    )


def _timer(job: Job) -> str:
    day, at, zone = DAYS[job.when.day], job.when.at, job.when.zone
    return (
        "[Unit]\n"
        f"Description=The weekly brief of {_plain(job.folder)}, {job.when} {zone}\n"
        "\n"
        "[Timer]\n"
        f"OnCalendar={day} *-*-* {at:%H:%M}:00 {zone}\n"
        "# A machine that was off runs it when it is on again.\n"
        "Persistent=true\n"
        "\n"
        "[Install]\n"
        "WantedBy=timers.target\n"
    )


def _quoted(word: str) -> str:
    """Return a word of a command as systemd reads it back (systemd.service(5), systemd.unit(5))."""
    escaped = word.replace("\\", "\\\\").replace('"', '\\"').replace("$", "$$")
    return f'"{_plain(escaped)}"'


def _plain(text: str) -> str:
    """Return a text whose percent signs name nothing."""
    return text.replace("%", "%%")

"""A sender killed with SIGKILL again and again while it mails: who got it twice, who not at all?

`python tests/benchmarks/kill_mailing.py [RECIPIENTS] [KILLS]` mails to a real server on loopback
(aiosmtpd, STARTTLS, AUTH), kills the sender after a few messages and a moment drawn by lot, starts
it again, and prints the figures as JSON once the sender ends by itself.
"""

import asyncio
import json
import os
import random
import signal
import socket
import ssl
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

CHECKOUT = Path(__file__).resolve().parents[2]
PASSWORD = "killed-4711"
ISSUE, EDITION = "2026-W47", "e" * 64


# --- the sender, in a process of its own -------------------------------------------------------


def send(folder: Path, port: int, count: int) -> None:
    from briefgen import outbox
    from briefgen.model.mail import Envelope, Server
    from briefgen.outbox import Step

    def compose(steps: Sequence[Step]) -> Iterator[Envelope]:
        for step in steps:
            body = "Fuel is short in Bamako.\r\n" * 200
            message = f"To: {step.address}\r\nSubject: Bamako\r\n\r\n{body}"
            yield Envelope("desk@example.org", step.address, ISSUE, EDITION, message.encode())

    def clock() -> datetime:
        return datetime.now(UTC)

    server = Server("localhost", port, "starttls", "desk", "env:UNUSED", timeout=20)
    way = outbox.Way(time.sleep, server, outbox.Secret(PASSWORD))
    people = [f"reader{number}@example.org" for number in range(count)]
    with outbox.opened(folder / "outbox.sqlite", clock, 10) as journal:
        plan = outbox.plan(ISSUE, EDITION, people, journal.entries(ISSUE))
        with outbox.DOORS["smtp"](way) as post:
            done = outbox.dispatch(plan, compose, post, journal, time.sleep)
    if done.stopped:
        raise done.stopped


# --- the server, and who kills -----------------------------------------------------------------


class Inbox:
    """What arrived, by recipient, counted when the server has the whole message."""

    def __init__(self) -> None:
        self.arrived: Counter[str] = Counter()
        self.changed = threading.Condition()
        self.room = 0  # with so many it keeps its answer until there is more

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        """Count a message, as aiosmtpd names what it calls."""
        with self.changed:
            self.arrived[envelope.rcpt_tos[0]] += 1
            self.changed.notify_all()
        while self.arrived.total() >= self.room:
            await asyncio.sleep(0.002)
        return "250 taken"

    def wait_for(self, more: int, sender: "subprocess.Popen[bytes]") -> None:
        """Wait until that many more have arrived, or the sender has ended."""
        with self.changed:
            goal = min(self.arrived.total() + more, self.room)
            while self.arrived.total() < goal and sender.poll() is None:
                self.changed.wait(0.05)


def main(count: int, kills: int) -> dict[str, Any]:
    import trustme
    from aiosmtpd.controller import Controller
    from aiosmtpd.smtp import AuthResult

    chance, inbox, authority = random.Random(11), Inbox(), trustme.CA()
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost").configure_cert(tls)

    def authenticator(server: Any, session: Any, envelope: Any, way: str, data: Any) -> AuthResult:
        return AuthResult(success=data.password == PASSWORD.encode())

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "ca.pem").write_bytes(authority.cert_pem.bytes())
        controller = Controller(
            inbox,
            hostname="localhost",
            port=free_port(),
            tls_context=tls,
            require_starttls=True,
            authenticator=authenticator,
            auth_required=True,
        )
        controller.start()
        began = time.perf_counter()
        struck = until_done(folder, controller.port, count, kills, inbox, chance)
        seconds = time.perf_counter() - began
        controller.stop()
        return figures(folder, count, inbox) | {"kills": struck, "seconds": round(seconds, 1)}


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port: int = taken.getsockname()[1]
    return port


def until_done(
    folder: Path, port: int, count: int, kills: int, inbox: Inbox, chance: random.Random
) -> int:
    """Start the sender until it ends by itself; return how often it was killed before.

    Each has room for its share of the messages, lest one end before it is killed on a machine that
    is fast or has other work. A kill leaves at most one message unknown, which no sender takes up.
    """
    command = [sys.executable, __file__, "send", str(folder), str(port), str(count)]
    variables = {"PYTHONPATH": str(CHECKOUT), "SSL_CERT_FILE": str(folder / "ca.pem")}
    struck = 0
    while True:
        share = (count - kills) // (kills + 1)
        inbox.room = share * (struck + 1) if struck < kills else count + 1
        with subprocess.Popen(command, env=os.environ | variables) as sender:
            if struck < kills:
                inbox.wait_for(chance.randint(0, 2 * count // (kills + 10)), sender)
                time.sleep(chance.uniform(0, 0.06))
                sender.send_signal(signal.SIGKILL)
            ended = sender.wait()
        if ended != -signal.SIGKILL:
            assert ended == 0, "the sender failed by itself"
            return struck
        struck += 1


def figures(folder: Path, count: int, inbox: Inbox) -> dict[str, Any]:
    from briefgen import outbox

    with outbox.opened(folder / "outbox.sqlite", lambda: datetime.now(UTC)) as journal:
        state = {entry.recipient: entry.state.value for entry in journal.entries()}
    counts = Counter(state.values())
    people = [f"reader{number}@example.org" for number in range(count)]
    lost = [one for one in people if not inbox.arrived[one] and state.get(one) in (None, "sent")]
    unknown = [one for one in people if state.get(one) == "unknown"]
    return {
        "recipients": count,
        **dict(sorted(counts.items())),
        "unknown that arrived": sum(inbox.arrived[one] for one in unknown),
        "arrived twice": sum(number > 1 for number in inbox.arrived.values()),
        "lost without being listed": len(lost),
    }


if __name__ == "__main__":
    if sys.argv[1:2] == ["send"]:
        send(Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
    else:
        numbers = [int(one) for one in sys.argv[1:]]
        print(json.dumps(main(*(numbers or [2_000, 110])), indent=2))

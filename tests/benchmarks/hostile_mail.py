"""Mail with hostile titles and names: how many messages gain a header or read back otherwise.

    python tests/benchmarks/hostile_mail.py [MESSAGES]

Each message is read by Python's old parser and its new one; every header must be one that is meant,
once, and subject and names what a reader should see.
"""

import random
import sys
from collections import Counter
from datetime import UTC, date, datetime
from email import message_from_string
from email.policy import compat32, default
from time import perf_counter

from briefgen.errors import BriefgenError
from briefgen.message.headers import headers, subject
from briefgen.message.letter import Content, enclose, letter
from briefgen.message.names import ascii_name, file_name
from briefgen.message.proof import prove
from briefgen.model import Issue, Mail, Recipient, Tlp

PIECES = (
    "\r\nBcc: evil@example.org",
    "\nX-Injected: 1",
    "\r",
    "\n\n<b>body</b>",
    "\x00",
    "\x0b\x0c\x1c\x1d\x1e\x85",
    "\u2028X-Injected: 1\u2029",
    "=?utf-8?q?Hi=0D=0ABcc=3A_evil=40example.org?=",
    "=?utf-8?b?DQpCY2M6IGV2aWxAZXhhbXBsZS5vcmc=?=",
    "=",
    "?=",
    "=?",
    "==?utf-8?q?x?=",
    "=\u200b?utf-8?q?=0D=0ABcc=3A_x?=",
    '"',
    "\\",
    "\\\"",
    "<evil@example.org>",
    ", evil@example.org,",
    ";",
    "(comment",
    ")",
    "[TLP:CLEAR]",
    "@",
    "\u202ereversed\u202c",
    "\u0301" * 20,
    "\N{GRINNING FACE}",
    "Ответ",
    "回答",
    "عنوان",
    "é",
    "\ud800",
    "\ufffe",
    "\U000e0041",
    "a" * 120,
    "word " * 40,
    "é" * 90,
    "  ",
    "\t",
    "{title}",
    "Re:",
    "--=_boundary",
    ".",
    "../../etc/passwd",
    "%0d%0aBcc:",
    "'",
    "#",
)  # fmt: skip
ALLOWED = (
    "From To Subject Date Message-ID List-Id List-Unsubscribe Auto-Submitted Content-Language"
    " MIME-Version Content-Type"
).split()
WHEN = datetime(2025, 12, 1, 6, tzinfo=UTC)
BODY = "**TLP:CLEAR**\n\nWords.\n"


def hostile(chance: random.Random) -> str:
    """Return a few of the pieces, some Unicode by lot among them."""
    pieces = chance.choices(PIECES, k=chance.randint(1, 6))
    pieces += [chr(chance.randrange(0x110000)) for _ in range(chance.randint(0, 3))]
    chance.shuffle(pieces)
    return chance.choice(["", " ", "x"]).join(pieces)


def issue(chance: random.Random) -> Issue:
    names = hostile(chance), hostile(chance), hostile(chance)
    day = date(2025, 12, 1)
    return Issue("2025-W49", "0" * 64, *names, Tlp.CLEAR, day, "en", BODY, b"%PDF-1.7\n")


def extra(data: bytes) -> list[str]:
    """Return the headers that no one meant, as either parser finds them."""
    text = data.decode()
    names = [message_from_string(text, policy=policy).keys() for policy in (compat32, default)]
    return sorted({one for found in names for one in found if one not in ALLOWED} | {
        one for found in names for one, times in Counter(found).items() if times > 1
    })  # fmt: skip


def main(count: int) -> None:
    """Print how many of `count` messages are as meant."""
    chance, bad = random.Random(20251201), Counter({"read back otherwise": 0})
    began = perf_counter()
    for _ in range(count):
        one = issue(chance)
        mail = Mail("desk@example.org", recipients=None, sender_name=hostile(chance))
        to = Recipient("reader@example.org", hostile(chance))
        lines = list(headers(one, mail, to, WHEN, correction=False, trial=False))
        content = Content(BODY, "<p>Words.</p>\n", one.pdf, file_name(one), ascii_name(one))
        data = letter(lines, enclose(content, "0"))
        try:
            prove(data, lines, content)
        except BriefgenError as error:
            bad["read back otherwise"] += 1
            print(f"{error}\n{subject(one, mail)!r}\n{lines[:2]!r}")
        bad["extra headers"] += len(extra(data))
        bad["marking not first"] += not subject(one, mail).startswith("[TLP:CLEAR] ")
    seconds = perf_counter() - began
    print(f"{count} messages, {seconds:.1f} s: {dict(bad)}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)

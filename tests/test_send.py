"""`briefgen send` and its neighbours as a user calls them, against a real server on loopback."""

import hashlib
import hmac
import json
import mailbox
import os
import re
import shutil
import socket
import ssl
import stat
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar, NamedTuple

import pytest
import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult
from click.testing import CliRunner

from briefgen import outbox
from briefgen.cli import main
from briefgen.cli.doorway import now
from briefgen.model import Envelope

CHECKOUT = Path(__file__).resolve().parent.parent
PASSWORD = "canary-0815"
PEOPLE = ("ana@example.org", "ben@example.net", "cleo@example.com")

pytestmark = pytest.mark.usefixtures("no_power_cuts")


class Done(NamedTuple):
    returncode: int
    stdout: str
    stderr: str


@dataclass
class Inbox:
    """A mail server's end: what it took, and where it has another answer for a recipient."""

    port: int
    ca: Path
    authority: trustme.CA
    messages: list[tuple[str, bytes]] = field(default_factory=list)
    answers: dict[str, str] = field(default_factory=dict)

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        """Take a message, as aiosmtpd names what it calls."""
        [recipient] = envelope.rcpt_tos
        if recipient in self.answers:
            return self.answers[recipient]
        self.messages.append((recipient, envelope.content))
        return "250 taken"

    def recipients(self) -> list[str]:
        return [recipient for recipient, _ in self.messages]


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port: int = taken.getsockname()[1]
    return port


@pytest.fixture
def inbox(tmp_path: Path) -> Iterator[Inbox]:
    authority = trustme.CA()
    (tmp_path / "ca.pem").write_bytes(authority.cert_pem.bytes())
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost").configure_cert(tls)

    def authenticator(server: Any, session: Any, envelope: Any, way: str, data: Any) -> AuthResult:
        return AuthResult(success=data.password == PASSWORD.encode(), handled=False)

    inbox = Inbox(free_port(), tmp_path / "ca.pem", authority)
    controller = Controller(
        inbox,
        hostname="localhost",
        port=inbox.port,
        tls_context=tls,
        require_starttls=True,
        authenticator=authenticator,
        auth_required=True,
    )
    controller.start()
    yield inbox
    controller.stop()


@dataclass
class Desk:
    """A project with recipients, an issue, and the command as its editor calls it."""

    folder: Path
    issue: Path
    variables: dict[str, str]

    def __call__(self, *words: str, **variables: str) -> Done:
        """Call the command in this process, which spares a second for each call."""
        found = CliRunner().invoke(main, words, env=self.variables | variables)
        if found.exception and not isinstance(found.exception, SystemExit):
            raise found.exception
        return Done(found.exit_code, found.stdout, found.stderr)

    def rebuild(self) -> None:
        """Give the issue another edition: one more line of words, and a ledger that knows it."""
        words, ledger = self.issue / "brief.md", self.issue / "brief.json"
        before = words.read_bytes()
        words.write_bytes(before + b"\nAnother edition.\n")
        old, new = (hashlib.sha256(data).hexdigest() for data in (before, words.read_bytes()))
        ledger.write_text(ledger.read_text("utf-8").replace(old, new), "utf-8")

    def outbox(self) -> dict[str, list[str]]:
        """Return the states each recipient's messages went through, by edition, in order."""
        found = json.loads(self("outbox", "--json").stdout)
        states: dict[str, list[str]] = {}
        for one in found["messages"]:
            changes = [change["state"] for change in one["changes"]]
            states.setdefault(one["recipient"], []).append(" ".join(changes))
        return states


@pytest.fixture
def desk(inbox: Inbox, tmp_path: Path, sample_issue: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    folder = tmp_path / "desk"
    issue = folder / "output" / sample_issue.name
    issue.mkdir(parents=True)
    for file in sample_issue.iterdir():
        (issue / file.name).write_bytes(file.read_bytes())
    (folder / "seeds").symlink_to(CHECKOUT / "seeds")
    configuration = (CHECKOUT / "briefgen.yaml").read_text("utf-8")
    (folder / "briefgen.yaml").write_text(configuration + MAIL.format(port=inbox.port), "utf-8")
    people = "".join(f"- address: {address}\n" for address in PEOPLE)
    (folder / "recipients.yaml").write_text(people, "utf-8")
    monkeypatch.chdir(folder)
    return Desk(folder, issue, {"SSL_CERT_FILE": str(inbox.ca), "BRIEF_PASSWORD": PASSWORD})


MAIL = """
mail:
  sender: desk@example.org
  recipients: recipients.yaml
  server:
    host: localhost
    port: {port}
    username: desk
    password: env:BRIEF_PASSWORD
"""


def parsed(message: bytes) -> EmailMessage:
    return message_from_bytes(message, policy=default)


def test_each_recipient_gets_the_issue_once_however_often_it_is_sent(
    desk: Desk, inbox: Inbox
) -> None:
    first, second = desk("send"), desk("send")
    assert (first.returncode, first.stderr) == (0, "")
    assert first.stdout == "2025-W49: 3 sent now, 0 before\n"
    assert second.stdout == "2025-W49: 0 sent now, 3 before\n"
    assert inbox.recipients() == list(PEOPLE)
    assert desk.outbox() == {person: ["queued data sent"] for person in PEOPLE}
    brief = (desk.issue / "brief.md").read_text("utf-8")
    text = parsed(inbox.messages[0][1]).get_body(["plain"])
    assert text and brief.splitlines()[0] in text.get_content()


def test_a_dry_run_says_who_would_get_what_and_leaves_no_trace(desk: Desk, inbox: Inbox) -> None:
    (desk.folder / "recipients.yaml").write_text(
        "- {address: ana@example.org, parts: [markdown]}\n"
        "- {address: ben@example.net, language: fr}\n"
        "- {address: cleo@example.com}\n"
    )
    before = sorted(desk.folder.rglob("*"))
    done = desk("send", "--dry-run", BRIEF_PASSWORD="")
    assert done.stdout.splitlines() == [
        "gets      ana@example.org   markdown; not sent so far",
        "gets      cleo@example.com  markdown, html, pdf; not sent so far",
        "left out  ben@example.net   reads fr, the issue is in en",
        "2025-W49: 2 messages would be sent",
    ]
    assert sorted(desk.folder.rglob("*")) == before
    assert inbox.messages == []
    desk("send")
    assert "not now   ana@example.org" in desk("send", "--dry-run").stdout


def test_what_a_server_defers_or_refuses_is_told_with_its_words(desk: Desk, inbox: Inbox) -> None:
    inbox.answers = {PEOPLE[1]: "554 no such mailbox"}
    done = desk("send")
    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        "2025-W49: 2 sent now, 0 before, 1 failed",
        "  failed    ben@example.net: 554 no such mailbox",
    ]
    inbox.answers = {}
    assert desk("send").returncode == 1
    assert desk("send", "--retry-failed").stdout == "2025-W49: 1 sent now, 2 before\n"
    assert sorted(inbox.recipients()) == sorted(PEOPLE)


def test_an_issue_that_changed_goes_only_as_a_correction_and_once(desk: Desk, inbox: Inbox) -> None:
    desk("send")
    desk.rebuild()
    refused = desk("send")
    assert refused.returncode == 4
    assert "3 have an earlier edition, --correction sends this one" in refused.stdout
    assert "3 sent now" in desk("send", "--correction").stdout
    assert "0 sent now, 3 before" in desk("send", "--correction").stdout
    assert inbox.recipients() == [*PEOPLE, *PEOPLE]
    assert desk.outbox() == {person: ["queued data sent"] * 2 for person in PEOPLE}
    subjects = [str(parsed(message)["Subject"]) for _, message in inbox.messages]
    assert ["Correction" in subject for subject in subjects] == [False] * 3 + [True] * 3


def test_a_correction_says_which_sentences_are_gone_and_which_are_new(
    desk: Desk, inbox: Inbox
) -> None:
    desk("send")
    quoted = [one["text"] for one in json.loads(desk("explain", "--json").stdout)]
    configuration = (desk.folder / "briefgen.yaml").read_text("utf-8")
    shorter = configuration.replace("sentences_per_section: 6", "sentences_per_section: 3")
    (desk.folder / "briefgen.yaml").write_text(shorter, "utf-8")
    assert desk("build", "--date", "2025-12-01").returncode == 0
    left = [one["text"] for one in json.loads(desk("explain", "--json").stdout)]
    desk("send", "--correction")
    text = parsed(inbox.messages[-1][1]).get_body(["plain"]).get_content()  # type: ignore[union-attr]
    opening = text.partition("# Mali on the Brink")[0]
    gone = set(quoted) - set(left)
    assert gone and "No longer in it:" in opening
    words = " ".join(opening.replace("\\", "").split())
    assert sum(" ".join(sentence.split()) in words for sentence in gone) == len(gone)
    assert ("New in it:" in opening) is bool(set(left) - set(quoted))


def test_a_correction_of_other_words_around_the_same_sentences_says_so(
    desk: Desk, inbox: Inbox
) -> None:
    desk("send")
    desk.rebuild()
    desk("send", "--correction")
    assert b"Every sentence is the same" in inbox.messages[-1][1]


def test_a_dead_address_that_is_settled_is_no_failure_any_more(desk: Desk, inbox: Inbox) -> None:
    inbox.answers = {PEOPLE[1]: "550 no such mailbox"}
    assert desk("send").returncode == 1
    unknown = desk("outbox", "settle", "nobody@example.org", "--why", "dead")
    assert unknown.returncode == 2 and "nothing was ever sent" in unknown.stderr
    assert desk("outbox", "settle", PEOPLE[1]).returncode == 2, "a decision has a reason"
    done = desk("outbox", "settle", PEOPLE[1].upper(), "--why", "has left", "--by", "the editor")
    assert re.fullmatch(r"ben@example.net: settled by the editor, .*: has left\n", done.stdout)
    again = desk("send")
    assert (again.returncode, again.stdout.splitlines()[0]) == (
        0,
        "2025-W49: 0 sent now, 2 before",
    )
    assert "settled by the editor" in desk("send", "--dry-run").stdout
    desk.rebuild()
    assert "2 sent now" in desk("send", "--correction").stdout, "nothing goes to who is settled"
    assert "has left" in desk("outbox").stdout
    inbox.answers = {}
    desk("outbox", "settle", PEOPLE[1], "--undo")
    assert desk("send").returncode == 0
    assert inbox.recipients().count(PEOPLE[1]) == 1


def test_an_issue_below_the_minimum_is_never_mailed(desk: Desk, inbox: Inbox) -> None:
    with (desk.folder / "briefgen.yaml").open("a") as configuration:
        configuration.write("minimum: 100\n")
    for command in ("send", "send --dry-run", "run --date 2025-12-01"):
        done = desk(*command.split())
        assert done.returncode == 1, command
    assert "fewer than `minimum: 100`" in desk("send").stderr
    assert inbox.messages == []


def test_without_mail_an_issue_goes_where_copies_say(desk: Desk, tmp_path: Path) -> None:
    configuration = (CHECKOUT / "briefgen.yaml").read_text("utf-8")
    with_copies = f"{configuration}\ncopies: {{to: {tmp_path / 'shared'}}}\n"
    (desk.folder / "briefgen.yaml").write_text(with_copies, "utf-8")
    done = desk("run", "--date", "2025-12-01")
    assert done.returncode == 0, done.stderr
    assert "2025-W49: 1 sent now" in done.stdout
    copied = tmp_path / "shared" / "2025-W49" / "brief.md"
    assert copied.read_bytes() == (desk.issue / "brief.md").read_bytes()
    assert "0 sent now, 1 before" in desk("run", "--date", "2025-12-01").stdout


def test_copies_stand_in_one_place(desk: Desk) -> None:
    with (desk.folder / "briefgen.yaml").open("a") as configuration:
        configuration.write("  copies: {to: a}\ncopies: {to: b}\n")
    done = desk("send")
    assert done.returncode == 2
    assert "expected it in one place, got copies again" in done.stderr


def test_nothing_goes_out_before_a_person_approves_that_edition(desk: Desk, inbox: Inbox) -> None:
    with (desk.folder / "briefgen.yaml").open("a") as configuration:
        configuration.write("  approval: required\n")
    held = desk("send")
    assert (held.returncode, inbox.messages) == (4, [])
    assert "waits for `briefgen approve`" in held.stdout
    approved = desk("approve", "--by", "the editor")
    assert re.fullmatch(r"2025-W49: approved by the editor, .* UTC\n", approved.stdout)
    desk.rebuild()
    assert desk("send").returncode == 4, "another edition needs another approval"
    desk("approve", str(desk.issue))
    assert desk("send").returncode == 0
    assert inbox.recipients() == list(PEOPLE)


def test_a_trial_goes_to_one_address_and_counts_as_nothing(desk: Desk, inbox: Inbox) -> None:
    done = desk("send", "--to", "editor@example.org")
    assert "a trial, which does not count: 250 taken" in done.stdout
    assert desk("outbox").stdout == "Nothing was sent so far.\n"
    desk("send")
    assert inbox.recipients() == ["editor@example.org", *PEOPLE]
    ids = [str(parsed(message)["Message-ID"]) for _, message in inbox.messages]
    assert len(set(ids)) == 4


def test_an_altered_file_of_the_issue_stops_everything(desk: Desk, inbox: Inbox) -> None:
    with (desk.issue / "brief.md").open("a") as brief:
        brief.write("One more word.\n")
    done = desk("send")
    assert (done.returncode, inbox.messages) == (1, [])
    assert "expected it as it was built, found it altered" in done.stderr


def test_messages_as_files_are_the_same_as_those_sent_and_count_as_nothing(
    desk: Desk, inbox: Inbox
) -> None:
    desk("send", "--eml", "files")
    desk("send", "--maildir", "inbox")
    desk("send", "--maildir", "inbox")
    desk("send")
    files = sorted((desk.folder / "files").glob("*.eml"))
    assert [str(parsed(file.read_bytes())["To"]) for file in files] == list(PEOPLE)
    delivered = mailbox.Maildir(desk.folder / "inbox", create=False)
    assert sorted(str(one["To"]).strip("<>") for one in delivered) == sorted(PEOPLE)
    delivered.close()
    sent = {recipient: parsed(message) for recipient, message in inbox.messages}
    for file in files:
        kept = parsed(file.read_bytes())
        other = sent[str(kept["To"])]
        assert kept["Message-ID"] == other["Message-ID"]
        for mine, theirs in zip(kept.walk(), other.walk(), strict=True):
            assert mine.is_multipart() or mine.get_content() == theirs.get_content()


def test_a_preview_is_the_message_or_how_it_looks(desk: Desk, inbox: Inbox) -> None:
    desk("send", "--preview", "look.eml")
    desk("send", "--preview", "look.html")
    message = parsed((desk.folder / "look.eml").read_bytes())
    shown = message.get_body(["html"])
    assert shown
    html = (desk.folder / "look.html").read_text("utf-8")
    assert html.rstrip("\n") == shown.get_content().replace("\r\n", "\n").rstrip("\n")
    assert inbox.messages == []


SENDMAIL = """#!{python}
import sys
body = sys.stdin.read()
*flags, recipient = sys.argv[1:]
assert flags == ["-i", "-f", "desk@example.org", "--"], flags
if recipient.startswith("ben"):
    print("no such user", file=sys.stderr)
    sys.exit(67)
open("{taken}", "a").write(recipient + "\\n")
"""


def test_the_machines_own_mailer_gets_each_message_and_its_refusal_is_told(
    desk: Desk, tmp_path: Path
) -> None:
    taken, command = tmp_path / "taken", tmp_path / "bin" / "sendmail"
    command.parent.mkdir()
    command.write_text(SENDMAIL.format(python=sys.executable, taken=taken))
    command.chmod(0o755)
    path = f"{command.parent}{os.pathsep}{os.environ['PATH']}"
    done = desk("send", "--sendmail", PATH=path)
    assert done.returncode == 1
    assert "failed    ben@example.net: exit 67 no such user" in done.stdout
    desk("send", "--sendmail", PATH=path)
    assert taken.read_text().split() == [PEOPLE[0], PEOPLE[2]]


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("env:ABSENT", "env:ABSENT: expected a password there, found none"),
        ("file:open.txt", "expected a file that only its owner may read"),
        ("file:absent.txt", "found: No such file or directory"),
        ("file:latin.txt", "expected a password in UTF-8, found other bytes"),
    ],
)
def test_a_password_that_cannot_be_had_is_named_by_its_place(
    place: str, said: str, desk: Desk, inbox: Inbox
) -> None:
    (desk.folder / "open.txt").write_text(PASSWORD)
    (desk.folder / "open.txt").chmod(0o644)
    (desk.folder / "latin.txt").write_bytes(b"\xe9" + PASSWORD.encode())
    (desk.folder / "latin.txt").chmod(0o600)
    configuration = desk.folder / "briefgen.yaml"
    text = configuration.read_text("utf-8").replace("env:BRIEF_PASSWORD", place)
    configuration.write_text(text, "utf-8")
    done = desk("send")
    assert done.returncode == 1
    assert said in done.stderr
    assert PASSWORD not in done.stdout + done.stderr


def test_a_password_in_a_file_is_used_and_a_wrong_one_told_without_it(
    desk: Desk, inbox: Inbox
) -> None:
    secret = desk.folder / "secret.txt"
    secret.write_text("wrong-canary\n")
    secret.chmod(stat.S_IRUSR)
    configuration = desk.folder / "briefgen.yaml"
    text = configuration.read_text("utf-8").replace("env:BRIEF_PASSWORD", "file:secret.txt")
    configuration.write_text(text, "utf-8")
    done = desk("send")
    assert (done.returncode, inbox.messages) == (1, [])
    assert "expected it to let desk in, found: 535" in done.stdout
    assert "wrong-canary" not in done.stdout + done.stderr
    secret.chmod(0o600)
    secret.write_text(PASSWORD)
    assert desk("send").returncode == 0
    told = desk("outbox").stdout + desk("outbox", "--json").stdout
    assert PASSWORD not in told and "wrong-canary" not in told
    for file in sorted(desk.folder.rglob("*")):
        if file.is_file() and file != secret:
            assert PASSWORD.encode() not in file.read_bytes()
            assert b"wrong-canary" not in file.read_bytes()


# --- a webhook ---------------------------------------------------------------------------------


class Hook(BaseHTTPRequestHandler):
    """A receiver that answers as it is told, and checks nothing: that is for the test."""

    posts: ClassVar[list[tuple[dict[str, str], bytes]]] = []
    status: ClassVar[int] = 204

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.posts.append((dict(self.headers), body))
        if not self.status:  # no answer at all
            self.connection.close()
            return
        self.send_response(self.status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.fixture
def hook(inbox: Inbox, desk: Desk) -> Iterator[type[Hook]]:
    """Have each issue posted to a real https server with a certificate of the same authority."""
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    inbox.authority.issue_cert("localhost").configure_cert(tls)
    server = ThreadingHTTPServer(("localhost", 0), Hook)
    server.socket = tls.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    address = f"https://localhost:{server.server_port}/briefs?desk=1"
    with (desk.folder / "briefgen.yaml").open("a") as configuration:
        configuration.write(f"  webhook:\n    address: {address}\n    key: env:HOOK_KEY\n")
    desk.variables["HOOK_KEY"] = "shared-canary"
    Hook.posts.clear()
    Hook.status = 204
    yield Hook
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_webhook_is_sent_each_edition_once_and_signed(desk: Desk, hook: type[Hook]) -> None:
    assert desk("send").stdout == "2025-W49: 4 sent now, 0 before\n"
    assert desk("send").stdout == "2025-W49: 0 sent now, 4 before\n"
    [(headers, body)] = hook.posts
    covered = headers["Briefgen-Time"].encode() + b"." + body
    expected = hmac.new(b"shared-canary", covered, hashlib.sha256).hexdigest()
    assert headers["Briefgen-Signature"] == f"sha256={expected}"
    told = json.loads(body)
    assert told["issue"] == "2025-W49" and told["correction"] is False
    assert told["markdown"] == (desk.issue / "brief.md").read_text("utf-8")
    assert b"shared-canary" not in body


@pytest.mark.parametrize(
    ("status", "state"), [(200, "sent"), (302, "failed"), (404, "failed"), (0, "unknown")]
)
def test_what_a_webhook_answers_is_in_the_journal_and_it_is_not_posted_again(
    status: int, state: str, desk: Desk, hook: type[Hook]
) -> None:
    hook.status = status
    desk("send")
    [posted] = [states for one, states in desk.outbox().items() if one.startswith("https://")]
    assert posted == [f"queued data {state}"]
    hook.status = 204
    desk("send")
    assert len(hook.posts) == 1


def test_a_webhook_is_foretold_and_gets_no_message_as_mail(desk: Desk, hook: type[Hook]) -> None:
    told = desk("send", "--dry-run").stdout
    assert re.search(r"^gets      https://localhost:\d+/briefs\?desk=1  a webhook; ", told, re.M)
    desk("send", "--eml", "files")
    assert len(list((desk.folder / "files").glob("*.eml"))) == len(PEOPLE)
    assert hook.posts == []


def test_a_webhook_whose_certificate_does_not_hold_gets_nothing(
    desk: Desk, hook: type[Hook]
) -> None:
    way = outbox.Way(lambda _: None, key=outbox.Secret("shared-canary"), clock=now)
    address = re.findall(r"https://\S+", (desk.folder / "briefgen.yaml").read_text("utf-8"))[-1]
    envelope = Envelope("", address, "2025-W49", "e1", b"{}")
    committed: list[bool] = []
    with outbox.DOORS["webhook"](way) as post:  # without SSL_CERT_FILE
        reply = post(envelope, lambda: committed.append(True))
    assert reply.verdict is outbox.Verdict.REFUSED
    assert "certificate does not hold" in reply.words
    assert (hook.posts, committed) == ([], [])


# --- one way at a time -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--dry-run", "--sendmail"), "expected one of --dry-run and --sendmail, found both"),
        (("--eml", "a", "--maildir", "b"), "expected one of --eml and --maildir, found both"),
        (("--to", "a@example.org", "--eml", "a"), "expected one of --eml and --to, found both"),
    ],
)
def test_two_ways_at_once_are_refused(words: tuple[str, ...], said: str, desk: Desk) -> None:
    done = desk("send", *words)
    assert done.returncode == 2
    assert said in done.stderr


# --- the weekly path ---------------------------------------------------------------------------


def test_the_weekly_path_run_twice_mails_three_messages_and_then_none(
    desk: Desk, inbox: Inbox
) -> None:
    shutil.rmtree(desk.issue)
    first = desk("run", "--date", "2025-12-01")
    assert first.returncode == 0, first.stderr
    assert re.fullmatch(r"briefgen: \d texts?: \d+ sentences? from \d.*\n", first.stderr)
    assert first.stdout == "2025-W49: 3 sent now, 0 before; issue built\n"
    built = {file.name: file.read_bytes() for file in desk.issue.iterdir()}
    second = desk("run", "--date", "2025-12-03")
    assert second.returncode == 0
    assert second.stdout == "2025-W49: 0 sent now, 3 before; issue out already\n"
    assert {file.name: file.read_bytes() for file in desk.issue.iterdir()} == built
    assert inbox.recipients() == list(PEOPLE)


def test_an_issue_nobody_has_is_built_again_only_if_its_words_change(
    desk: Desk, inbox: Inbox
) -> None:
    with (desk.folder / "briefgen.yaml").open("a") as configuration:
        configuration.write("  approval: required\n")
    desk("approve", "--by", "the editor")
    before = (desk.issue / "brief.json").read_bytes()
    inbox.answers = dict.fromkeys(PEOPLE, "451 later")
    held = desk("run", "--date", "2025-12-04", BRIEF_PASSWORD="wrong")
    assert (held.returncode, inbox.messages) == (1, [])
    assert held.stdout.rstrip().endswith("; issue unchanged")
    assert (desk.issue / "brief.json").read_bytes() == before
    text = (desk.folder / "briefgen.yaml").read_text("utf-8")
    (desk.folder / "briefgen.yaml").write_text(
        text.replace("title: Mali on the Brink", "title: Another Title"), "utf-8"
    )
    anew = desk("run", "--date", "2025-12-04")
    assert (anew.returncode, inbox.messages) == (4, [])
    assert "waits for `briefgen approve`; issue built anew" in anew.stdout

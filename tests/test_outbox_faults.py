"""Whatever a mail server does at whatever moment, the journal is right and nothing goes out twice.

The server is real: sockets, TLS and SMTP on loopback. It is ours, for no other can be told to fail
at a given word. What it has taken, it counts; a message whose answer it withholds it has taken.
"""

import asyncio
import base64
import gc
import io
import logging
import ssl
import threading
import traceback
from collections import Counter
from collections.abc import Coroutine, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import trustme
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID

from briefgen.model.mail import Envelope, Server
from briefgen.outbox.dispatch import Dispatched, Waits, dispatch
from briefgen.outbox.entries import Entry, State
from briefgen.outbox.opening import opened
from briefgen.outbox.planning import Choices, Step, plan
from briefgen.outbox.posting import UnreachableError
from briefgen.outbox.secret import Secret
from briefgen.outbox.session import session
from briefgen.outbox.smtp import line

PASSWORD = "canary-Pässwörd-4711"
PEOPLE = ("ana@example.org", "ben@example.org", "cleo@example.org")
HIT = "ben@example.org"
SESSION = ("connect", "ehlo", "starttls", "auth")
TRANSACTION = ("mail", "rcpt", "data", "dot")
KINDS = ("4xx", "5xx", "drop", "hang")
PLAIN = Choices()

pytestmark = pytest.mark.usefixtures("no_power_cuts")


# --- the server --------------------------------------------------------------------------------


class HungUpError(Exception):
    pass


@dataclass
class Mailhost:
    """A server that fails in `phase` in its `kind`, `times` times; what it took is in `taken`."""

    tls: ssl.SSLContext
    security: str = "starttls"
    phase: str = ""
    kind: str = ""
    times: int = 0
    offers: tuple[str, ...] = ("STARTTLS", "AUTH PLAIN LOGIN", "SIZE 9999999", "SMTPUTF8")
    injected: bytes = b""
    echoes: bool = False
    taken: Counter[str] = field(default_factory=Counter)
    messages: list[bytes] = field(default_factory=list)
    commands: list[str] = field(default_factory=list)
    dials: int = 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        talk = Talk(self, reader, writer)
        self.dials += 1
        try:
            await talk.hold()
        except (HungUpError, ConnectionError, ssl.SSLError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.transport.abort()

    def strikes(self, phase: str, sender: str = "") -> bool:
        """Whether the fault falls now; in a transaction it falls only on what is for HIT."""
        if phase != self.phase or not self.times or (sender and sender != f"for-{HIT}"):
            return False
        self.times -= 1
        return True


@dataclass
class Talk:
    host: Mailhost
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    encrypted: bool = False
    sender: str = ""
    recipient: str = ""

    async def hold(self) -> None:
        self.encrypted = self.host.security == "tls"
        await self.answer("connect", "220 mail.example.org")
        while True:
            words = (await self.reader.readuntil(b"\r\n")).decode().strip()
            self.host.commands.append(words)
            verb = words.split()[0].lower()
            await getattr(self, verb, self.unknown)(words)

    async def answer(self, phase: str, well: str) -> None:
        if not self.host.strikes(phase, self.sender):
            return await self.say(well)
        match self.host.kind:
            case "4xx":
                return await self.say("451 come back later")
            case "5xx":
                return await self.say("550 never again")
            case "hang":
                await asyncio.sleep(30)
        raise HungUpError

    async def say(self, words: str) -> None:
        self.writer.write(f"{words}\r\n".encode())
        await self.writer.drain()

    async def ehlo(self, words: str) -> None:
        hidden = {"STARTTLS"} if self.encrypted else {"AUTH PLAIN LOGIN"}
        lines = ["mail.example.org", *(one for one in self.host.offers if one not in hidden)]
        told = [f"250-{one}" for one in lines[:-1]] + [f"250 {lines[-1]}"]
        phase = "ehlo" if self.encrypted == (self.host.security == "tls") else "ehlo again"
        await self.answer(phase, "\r\n".join(told))

    async def starttls(self, words: str) -> None:
        injected = self.host.injected.decode()
        struck = self.host.phase == "starttls" and self.host.times
        await self.answer("starttls", "220 go ahead" + (f"\r\n{injected}" if injected else ""))
        if not (struck and self.host.kind in ("4xx", "5xx")):
            await self.writer.start_tls(self.host.tls)
            self.encrypted = True

    async def auth(self, words: str) -> None:
        assert self.encrypted
        right = base64.b64encode(f"\0desk\0{PASSWORD}".encode()).decode()
        if self.host.echoes:
            return await self.say(f"535 no such login: {words} {PASSWORD}")
        good = words == f"AUTH PLAIN {right}"
        return await self.answer("auth", "235 welcome" if good else "535 wrong")

    async def mail(self, words: str) -> None:
        self.sender = words.partition("<")[2].partition("@example.net>")[0]
        await self.answer("mail", "250 ok")

    async def rcpt(self, words: str) -> None:
        self.recipient = words.partition("<")[2].partition(">")[0]
        await self.answer("rcpt", "250 ok")

    async def data(self, words: str) -> None:
        struck = self.host.phase == "data" and self.host.times and self.sender == f"for-{HIT}"
        await self.answer("data", "354 go on")
        if struck:
            return
        message = await self.reader.readuntil(b"\r\n.\r\n")
        if not (self.host.kind in ("4xx", "5xx") and self.host.phase == "dot" and self.struck()):
            self.host.taken[self.recipient] += 1
            self.host.messages.append(message)
        await self.answer("dot", "250 taken")

    def struck(self) -> bool:
        return bool(self.host.times) and self.sender == f"for-{HIT}"

    async def rset(self, words: str) -> None:
        self.sender = self.recipient = ""
        await self.say("250 ok")

    async def quit(self, words: str) -> None:
        await self.say("221 bye")
        raise HungUpError

    async def unknown(self, words: str) -> None:
        await self.say("500 what?")


class Loop:
    """An event loop in a thread of its own, with what it serves."""

    def __init__(self) -> None:
        self.loop = asyncio.new_event_loop()
        self.thread = threading.Thread(target=self.loop.run_forever)
        self.thread.start()
        self.servers: list[asyncio.Server] = []
        self.loop.call_soon_threadsafe(self.loop.set_exception_handler, lambda *_: None)

    def run(self, work: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(work, self.loop).result(10)

    def serve(self, host: Mailhost) -> int:
        tls = host.tls if host.security == "tls" else None
        served = self.run(asyncio.start_server(host.serve, "localhost", 0, ssl=tls))
        self.servers.append(served)
        port: int = served.sockets[0].getsockname()[1]
        return port

    def close(self) -> None:
        async def cancel() -> None:
            for server in self.servers:
                server.close()
            others = [one for one in asyncio.all_tasks() if one is not asyncio.current_task()]
            for task in others:
                task.cancel()
            await asyncio.gather(*others, return_exceptions=True)

        self.run(cancel())
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join()
        self.loop.close()


@pytest.fixture(scope="module")
def loop() -> Iterator[Loop]:
    loop = Loop()
    yield loop
    loop.close()


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


def server_side(certificate: trustme.LeafCert) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    return context


@pytest.fixture(scope="module")
def tls(authority: trustme.CA) -> ssl.SSLContext:
    return server_side(authority.issue_cert("localhost"))


@pytest.fixture(scope="module")
def trust(authority: trustme.CA) -> ssl.SSLContext:
    context = ssl.create_default_context()
    authority.configure_trust(context)
    return context


# --- sending -----------------------------------------------------------------------------------


@dataclass
class Time:
    """A clock that stands still unless someone sleeps."""

    now: datetime = datetime(2026, 11, 21, 6, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


def envelope(address: str, edition: str = "e1") -> Envelope:
    message = f"To: {address}\r\nSubject: Bamako\r\n\r\n.A line that opens with a dot\r\n".encode()
    return Envelope(f"for-{address}@example.net", address, "2026-W47", edition, message)


def compose(steps: Sequence[Step]) -> Iterator[Envelope]:
    return (envelope(step.address) for step in steps)


@dataclass
class Desk:
    """Who sends: a journal, a server, a clock."""

    journal: Path
    server: Server
    trust: ssl.SSLContext
    final_wait: float = 5.0
    time: Time = field(default_factory=Time)
    waits: Waits = field(default_factory=lambda: Waits(attempts=2))

    def send(self, choices: Choices = PLAIN, people: Sequence[str] = PEOPLE) -> Dispatched:
        secret = Secret(PASSWORD)
        door = line(self.server, secret, self.time.sleep, self.trust, self.final_wait)
        with opened(self.journal, self.time) as journal, door as opened_line:
            planned = plan("2026-W47", "e1", people, journal.entries("2026-W47"), choices)
            post = opened_line.post
            return dispatch(planned, compose, post, journal, self.time.sleep, self.waits)


def desk_for(host: Mailhost, loop: Loop, trust: ssl.SSLContext, folder: Path) -> Desk:
    slow = host.kind == "hang"
    server = Server(
        "localhost",
        loop.serve(host),
        "tls" if host.security == "tls" else "starttls",
        "desk",
        "env:UNUSED",
        timeout=0.12 if slow else 5.0,
    )
    wait = 0.15 if slow and host.phase == "dot" else 5
    return Desk(folder / "outbox.sqlite", server, trust, wait)


def states(entries: Sequence[Entry]) -> list[str]:
    return [entry.state.value for entry in entries]


# --- faults at every phase ---------------------------------------------------------------------

ALWAYS = 1_000


def expected(phase: str, kind: str, times: int) -> tuple[list[str], list[str]]:
    """Return the states after a run, and after another once the server is well."""
    all_sent = ["sent"] * 3
    if phase in SESSION:
        fatal = kind == "5xx" or times == ALWAYS
        return (["queued"] * 3 if fatal else all_sent), all_sent
    if phase == "dot" and kind in ("drop", "hang"):
        hit = "unknown"
    elif kind == "5xx" or times == ALWAYS:
        hit = "failed"
    else:
        hit = "sent"
    return ["sent", hit, "sent"], ["sent", hit, "sent"]


CASES = [
    (security, phase, kind, times)
    for security in ("starttls", "tls")
    for phase in SESSION + TRANSACTION
    for kind in KINDS
    for times in (1, ALWAYS)
    if (security, phase) != ("tls", "starttls")
    and (security, kind) != ("tls", "hang")
    and not (kind == "hang" and times == ALWAYS and phase in SESSION[1:])  # they only take time
]


def test_there_are_at_least_60_faults() -> None:
    assert len({case for case in CASES if case[0] == "starttls"}) == 61
    assert len({case[1:3] for case in CASES}) == len(SESSION + TRANSACTION) * len(KINDS)


@pytest.mark.parametrize(("security", "phase", "kind", "times"), CASES)
def test_after_any_fault_the_journal_is_right_and_nothing_was_sent_twice(
    security: str,
    phase: str,
    kind: str,
    times: int,
    loop: Loop,
    tls: ssl.SSLContext,
    trust: ssl.SSLContext,
    tmp_path: Path,
) -> None:
    host = Mailhost(tls, security, phase, kind, times)
    desk = desk_for(host, loop, trust, tmp_path)
    first, second = expected(phase, kind, times)

    done = desk.send()
    assert states(done.entries) == first
    assert (done.stopped is not None) == (first[0] == "queued")
    assert host.times in (0, ALWAYS - 1, ALWAYS - 2, ALWAYS - 3), "the fault fell, and not for ever"
    for entry in done.entries:
        if entry.state in (State.FAILED, State.UNKNOWN, State.QUEUED):
            assert entry.words, "nobody is left out without a word"

    host.times = 0
    desk.time.sleep(86_400)
    again = desk.send()
    assert states(again.entries) == second
    assert again.stopped is None

    for entry in again.entries:
        taken = host.taken[entry.recipient]
        assert taken == {"sent": 1, "failed": 0, "unknown": 1}[entry.state.value]
    desk.send()
    assert max(host.taken.values()) == 1


def test_a_person_can_send_again_what_is_unknown(
    loop: Loop, tls: ssl.SSLContext, trust: ssl.SSLContext, tmp_path: Path
) -> None:
    host = Mailhost(tls, phase="dot", kind="drop", times=1)
    desk = desk_for(host, loop, trust, tmp_path)
    assert states(desk.send().entries) == ["sent", "unknown", "sent"]
    assert states(desk.send(Choices(retry_failed=True)).entries) == ["sent", "unknown", "sent"]
    assert states(desk.send(Choices(resend_unknown=True)).entries) == ["sent"] * 3
    assert host.taken == {PEOPLE[0]: 1, HIT: 2, PEOPLE[2]: 1}


def test_what_failed_is_tried_again_if_a_person_says_so(
    loop: Loop, tls: ssl.SSLContext, trust: ssl.SSLContext, tmp_path: Path
) -> None:
    host = Mailhost(tls, phase="rcpt", kind="5xx", times=1)
    desk = desk_for(host, loop, trust, tmp_path)
    done = desk.send()
    assert done.entries[1].words == "550 never again"
    assert states(desk.send(Choices(resend_unknown=True)).entries) == ["sent", "failed", "sent"]
    assert states(desk.send(Choices(retry_failed=True)).entries) == ["sent"] * 3


def test_one_connection_carries_all_messages_with_rset_between(
    loop: Loop, tls: ssl.SSLContext, trust: ssl.SSLContext, tmp_path: Path
) -> None:
    host = Mailhost(tls)
    desk = desk_for(host, loop, trust, tmp_path)
    people = [f"p{number}@example.org" for number in range(50)]
    assert states(desk.send(people=people).entries) == ["sent"] * 50
    assert host.dials == 1
    verbs = [one.split()[0].upper() for one in host.commands]
    assert verbs.count("RSET") == 49 and verbs[-1] == "QUIT"


def test_a_dot_at_the_start_of_a_line_arrives_doubled_and_the_end_is_one(
    loop: Loop, tls: ssl.SSLContext, trust: ssl.SSLContext, tmp_path: Path
) -> None:
    host = Mailhost(tls)
    desk_for(host, loop, trust, tmp_path).send(people=["ana@example.org"])
    assert host.messages[0].endswith(b"\r\n\r\n..A line that opens with a dot\r\n.\r\n")


def test_an_address_in_unicode_is_sent_as_utf_8_or_refused_by_name(
    loop: Loop, tls: ssl.SSLContext, trust: ssl.SSLContext, tmp_path: Path
) -> None:
    host = Mailhost(tls)
    desk = desk_for(host, loop, trust, tmp_path)
    assert states(desk.send(people=["zoë@example.org"]).entries) == ["sent"]
    assert [one for one in host.commands if "zoë" in one][-1] == "RCPT TO:<zoë@example.org>"
    assert any(one.endswith(" SMTPUTF8") for one in host.commands)
    poor = Mailhost(tls, offers=("STARTTLS", "AUTH PLAIN LOGIN"))
    other = desk_for(poor, loop, trust, tmp_path)
    people = ["jürgen@example.org", "ana@example.org"]
    refused, sent = other.send(people=people).entries[-2:]
    assert (refused.state, sent.state) == (State.FAILED, State.SENT)
    assert "SMTPUTF8" in refused.words


# --- certificates and encryption ---------------------------------------------------------------


def expired(authority: trustme.CA) -> ssl.SSLContext:
    yesterday = datetime.now(UTC) - timedelta(days=1)
    return server_side(authority.issue_cert("localhost", not_after=yesterday))


def wrong_host(authority: trustme.CA) -> ssl.SSLContext:
    return server_side(authority.issue_cert("mail.example.org"))


def untrusted(authority: trustme.CA) -> ssl.SSLContext:
    return server_side(trustme.CA().issue_cert("localhost"))


def self_signed(authority: trustme.CA) -> ssl.SSLContext:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    return signed_by(key, "localhost", key)


def weak_key(authority: trustme.CA) -> ssl.SSLContext:
    pem = authority.private_key_pem.bytes()
    issuer = x509.load_pem_x509_certificate(authority.cert_pem.bytes()).subject
    key = rsa.generate_private_key(public_exponent=65537, key_size=1024)
    return signed_by(key, issuer, serialization.load_pem_private_key(pem, None))


def signed_by(key: rsa.RSAPrivateKey, issuer: x509.Name | str, by: Any) -> ssl.SSLContext:
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name if isinstance(issuer, str) else issuer)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(by, hashes.SHA256())
    )
    pem, form = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
    private = key.private_bytes(pem, form, serialization.NoEncryption())
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.set_ciphers("ALL:@SECLEVEL=0")
    trustme.LeafCert(private, certificate.public_bytes(pem), []).configure_cert(context)
    return context


def old_protocol(authority: trustme.CA) -> ssl.SSLContext:
    context = server_side(authority.issue_cert("localhost"))
    context.set_ciphers("ALL:@SECLEVEL=0")
    context.options &= ~ssl.OP_NO_TLSv1_1
    context.minimum_version = ssl.TLSVersion.MINIMUM_SUPPORTED
    context.maximum_version = ssl.TLSVersion.TLSv1_1
    return context


CERTIFICATES = {
    expired: "certificate has expired",
    self_signed: "self-signed certificate",
    wrong_host: "Hostname mismatch",
    untrusted: "unable to get local issuer certificate",
    weak_key: "EE certificate key too weak",
    old_protocol: "",
}


@pytest.mark.filterwarnings("ignore:.*TLSv1_1 is deprecated:DeprecationWarning")
@pytest.mark.filterwarnings("ignore:.*MINIMUM_SUPPORTED is deprecated:DeprecationWarning")
@pytest.mark.filterwarnings("ignore:.*OP_NO_SSL.* is deprecated:DeprecationWarning")
@pytest.mark.parametrize("security", ["starttls", "tls"])
@pytest.mark.parametrize("made", CERTIFICATES)
def test_a_certificate_that_does_not_hold_is_refused_before_a_password_leaves(
    made: Any,
    security: str,
    loop: Loop,
    authority: trustme.CA,
    trust: ssl.SSLContext,
    tmp_path: Path,
) -> None:
    host = Mailhost(made(authority), security)
    desk = desk_for(host, loop, trust, tmp_path)
    done = desk.send()
    assert done.stopped and "an encrypted connection" in str(done.stopped)
    assert CERTIFICATES[made] in str(done.stopped)
    assert states(done.entries) == ["queued"] * 3
    if made is not old_protocol:  # which looks like a server that hangs up
        assert done.stopped.lasting
        assert desk.time() == Time().now, "what lasts is not tried again"
    assert not any(one.startswith(("AUTH", "MAIL")) for one in host.commands)


@pytest.mark.parametrize(
    ("offers", "kind", "injected", "said"),
    [
        (("AUTH PLAIN LOGIN", "SIZE 100"), "", b"", "no STARTTLS"),
        (("STARTTLS",), "5xx", b"", "550 never again"),
        (("STARTTLS",), "", b"250 injected", "in the clear after STARTTLS"),
        (("STARTTLS", "SIZE 100"), "", b"", "only no way to log in"),
    ],
    ids=["stripped", "refused", "injected", "no AUTH after it"],
)
def test_a_downgraded_starttls_is_refused_before_a_password_leaves(
    offers: tuple[str, ...],
    kind: str,
    injected: bytes,
    said: str,
    loop: Loop,
    tls: ssl.SSLContext,
    trust: ssl.SSLContext,
    tmp_path: Path,
) -> None:
    times = ALWAYS if kind else 0
    host = Mailhost(tls, "starttls", "starttls", kind, times, offers=offers, injected=injected)
    done = desk_for(host, loop, trust, tmp_path).send()
    assert done.stopped and done.stopped.lasting
    assert said in str(done.stopped)
    assert states(done.entries) == ["queued"] * 3
    assert not any(one.startswith(("AUTH", "MAIL")) for one in host.commands)


def test_without_a_ca_file_only_the_systems_authorities_are_trusted(
    loop: Loop,
    tls: ssl.SSLContext,
    authority: trustme.CA,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    host = Mailhost(tls)
    server = desk_for(host, loop, ssl.create_default_context(), tmp_path).server
    with line(server, None, lambda _: None) as opened_line, pytest.raises(UnreachableError):
        opened_line.post(envelope(HIT), lambda: None)
    file = tmp_path / "authority.pem"
    file.write_bytes(authority.cert_pem.bytes())
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    with line(server, Secret(PASSWORD), lambda _: None) as opened_line:
        assert opened_line.post(envelope(HIT), lambda: None).words == "250 taken"


# --- the password ------------------------------------------------------------------------------


def forms(password: str) -> list[str]:
    """Return every form in which the password may appear on the way."""
    plain = password.encode()
    wire = [base64.b64encode(plain), base64.b64encode(b"\0desk\0" + plain)]
    return [password, repr(plain), *(one.decode() for one in wire)]


def everything_told(error: BaseException) -> str:
    """Return what a traceback that shows variables would print, through all causes."""
    assert error.__traceback__
    ours = error.with_traceback(error.__traceback__.tb_next)  # without the frame of the test
    shown = traceback.TracebackException.from_exception(ours, capture_locals=True)
    return "".join(shown.format(chain=True)) + repr(vars(error))


@pytest.mark.parametrize("echoes", [False, True], ids=["", "echoed"])
@pytest.mark.parametrize(
    ("phase", "kind"),
    [(phase, kind) for phase in SESSION for kind in KINDS if kind != "hang" or phase == "auth"],
)
def test_the_password_is_in_no_error_traceback_or_repr(
    phase: str,
    kind: str,
    echoes: bool,
    loop: Loop,
    tls: ssl.SSLContext,
    trust: ssl.SSLContext,
    tmp_path: Path,
) -> None:
    host = Mailhost(tls, "starttls", phase, kind, ALWAYS, echoes=echoes and phase == "auth")
    server = desk_for(host, loop, trust, tmp_path).server
    secret = Secret(PASSWORD)
    with pytest.raises(UnreachableError) as caught:
        session(server, secret, trust)
    told = everything_told(caught.value) + repr(secret) + str(secret) + repr(server)
    assert [form for form in forms(PASSWORD) if form in told] == []


def test_the_password_is_in_no_file_log_or_output_whatever_fails(
    loop: Loop,
    tls: ssl.SSLContext,
    trust: ssl.SSLContext,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
) -> None:
    log = io.StringIO()
    handler = logging.StreamHandler(log)
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    try:
        for phase in SESSION + TRANSACTION:
            for kind in ("4xx", "5xx", "drop"):
                folder = tmp_path / f"{phase}-{kind}"
                folder.mkdir()
                host = Mailhost(tls, "starttls", phase, kind, 1)
                desk_for(host, loop, trust, folder).send()
        echoing = Mailhost(tls, echoes=True)
        (tmp_path / "echo").mkdir()
        done = desk_for(echoing, loop, trust, tmp_path / "echo").send()
        assert done.stopped and "535 no such login" in str(done.stopped)
    finally:
        root.removeHandler(handler)
        root.setLevel(level)
    out, err = capfd.readouterr()
    files = [one for one in sorted(tmp_path.rglob("*")) if one.is_file()]
    assert len([one for one in files if one.name == "outbox.sqlite"]) == 25
    for form in forms(PASSWORD):
        assert form not in log.getvalue() + out + err
        assert [one for one in files if form.encode() in one.read_bytes()] == []
    gc.collect()  # a socket left open would be told of here

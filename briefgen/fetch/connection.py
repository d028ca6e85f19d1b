"""Target -> an open connection, to an address that was looked up once and found fit.

The connection is made to the very IP address that was judged, so that a name which leads elsewhere
a moment later (DNS rebinding) leads nowhere. The certificate is still asked of the name.
"""

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPException
from threading import Event, Timer
from time import monotonic

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError

from briefgen.errors import FetchError
from briefgen.fetch.addresses import Policy, Target


@contextmanager
def connected(
    target: Target, policy: Policy, patience: float, deadline: float
) -> Iterator[HTTPConnection]:
    """Give a connection that ends at `deadline` (by the monotonic clock) whatever goes on in it.

    `patience` is how many seconds to wait for a connection, and then for anything more to come.
    Raises FetchError, also for what goes wrong on the connection while it is used.
    """
    addresses = _addresses(target, policy)
    late = Event()
    try:
        connection = _opened(target, addresses, patience, deadline)
        try:
            with _ended(connection, deadline, late):
                yield connection
        finally:
            connection.close()
    except (HTTPError, HTTPException, OSError, ValueError) as error:
        if not late.is_set():
            raise FetchError(f"no answer: {_cause(error)}") from error
    if late.is_set():  # what was read until then may look whole: its end is taken for one
        raise FetchError("expected an end, found the time used up")


def _addresses(target: Target, policy: Policy) -> tuple[str, ...]:
    """Return where the target's name leads; one unfit address among them, and it leads nowhere."""
    try:
        found = socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(f"expected {target.host} to be known, found no such host") from error
    addresses = tuple(dict.fromkeys(str(one[4][0]) for one in found))
    for address in addresses:
        if kind := policy.refuse(address):
            raise FetchError(
                f"expected a public address, found {address} ({kind}); --allow-private allows it",
                lasting=True,
            )
    return addresses


def _opened(
    target: Target, addresses: tuple[str, ...], patience: float, deadline: float
) -> HTTPConnection:
    """Return a connection to the first of the addresses that answers."""
    for address in addresses[:-1]:
        with suppress(HTTPError, OSError):
            return _connected_to(address, target, patience, deadline)
    return _connected_to(addresses[-1], target, patience, deadline)


def _connected_to(address: str, target: Target, patience: float, deadline: float) -> HTTPConnection:
    timeout = max(0.001, min(patience, deadline - monotonic()))
    if target.scheme == "http":
        connection = HTTPConnection(address, target.port, timeout=timeout)
    else:
        connection = HTTPSConnection(
            address,
            target.port,
            timeout=timeout,
            ssl_context=ssl.create_default_context(),
            server_hostname=target.host,
        )
    try:
        connection.connect()
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def _ended(connection: HTTPConnection, deadline: float, late: Event) -> Iterator[None]:
    """End the connection at the deadline, in the middle of whatever it waits for.

    A server that sends a byte every few seconds never makes a socket wait too long.
    """
    opened = connection.sock

    def end() -> None:
        late.set()
        with suppress(OSError):
            socket.socket.shutdown(opened, socket.SHUT_RDWR)

    timer = Timer(max(0.0, deadline - monotonic()), end)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _cause(error: Exception) -> str:
    """Return the words of what went wrong first, without Python's names for it."""
    cause: BaseException = error
    while cause.__cause__ or cause.__context__:
        cause = cause.__cause__ or cause.__context__ or cause
    if isinstance(cause, ssl.SSLCertVerificationError):
        return f"the certificate is not good: {cause.verify_message}"
    if isinstance(cause, TimeoutError):
        return "it takes too long"
    words = cause.strerror if isinstance(cause, OSError) and cause.strerror else str(cause)
    return words or type(cause).__name__

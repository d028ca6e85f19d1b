"""A web site on loopback, for the tests of whatever fetches."""

import ssl
from collections.abc import Callable
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

Answer = tuple[int, dict[str, str], bytes]


class Site:
    """A web site on loopback: `routes` says what it answers, `asked` what it was asked.

    A route is a status, fields and a body, or a function that writes the answer itself.
    """

    def __init__(self, context: ssl.SSLContext | None = None) -> None:
        self.routes: dict[str, Answer | Callable[[BaseHTTPRequestHandler], None]] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.server.daemon_threads = True
        self.scheme = "https" if context else "http"
        if context:
            self.server.socket = context.wrap_socket(
                self.server.socket, server_side=True, do_handshake_on_connect=False
            )
        self.address = f"{self.scheme}://127.0.0.1:{self.port}"
        Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()

    @property
    def port(self) -> int:
        return int(self.server.server_address[1])

    def paths(self) -> list[str]:
        """Return what was asked for, robots.txt aside."""
        return [path for path, _ in self.asked if path != "/robots.txt"]

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()

    def _handler(site) -> type[BaseHTTPRequestHandler]:  # noqa: N805 - the handler has a self too
        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                site.asked.append((self.path, dict(self.headers)))
                route = site.routes.get(self.path, (404, {}, b"nothing here"))
                if callable(route):
                    with suppress(OSError):
                        route(self)
                    self.close_connection = True
                    return
                status, fields, body = route
                self.send_response(status)
                for name, value in {"Content-Length": str(len(body)), **fields}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                return

            def handle(self) -> None:
                with suppress(OSError):  # a client that does not like the certificate
                    super().handle()

        return Handler

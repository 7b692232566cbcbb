"""How the embedded server knows that it is needed: each client process holds a connection to its lifeline port.

The system closes the connection when the client ends, however it ends; `IDLE_SECONDS` after the last one is gone the
server may stop, unless a client (`anodegraph graph up`) has asked it to stay.
"""

from __future__ import annotations

import secrets
import socketserver
import threading

IDLE_SECONDS = 10.0
GREETING = b"anodegraph\n"


class Lifeline(socketserver.ThreadingTCPServer):
    """Counts the clients that hold a connection; a client that knows the password may also ask to stay or to stop."""

    daemon_threads = True

    def __init__(self, password: str, idle_seconds: float = IDLE_SECONDS) -> None:
        super().__init__(("127.0.0.1", 0), _Client)
        self.password = password
        self.idle_seconds = idle_seconds
        self.clients = 0
        self.stay = False
        self.closing = False
        self.changed = threading.Condition()
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def wait_until_unused(self) -> None:
        """Return when nobody has been connected for `idle_seconds`, or when asked to stop."""
        with self.changed:
            while not self.closing:
                self.changed.wait_for(lambda: self.closing or not (self.clients or self.stay))
                busy = self.changed.wait_for(lambda: self.closing or self.clients or self.stay, self.idle_seconds)
                self.closing = self.closing or not busy

    def stop(self) -> None:
        """End `wait_until_unused`."""
        with self.changed:
            self.closing = True
            self.changed.notify_all()


class _Client(socketserver.StreamRequestHandler):
    @property
    def _lifeline(self) -> Lifeline:
        assert isinstance(self.server, Lifeline)
        return self.server

    def handle(self) -> None:
        if not self._enter():
            return
        try:
            self.wfile.write(GREETING)
            for line in self.rfile:
                password, _, wish = line.strip().partition(b" ")
                known = secrets.compare_digest(password, self._lifeline.password.encode())
                self.wfile.write(b"ok\n" if known and self._grant(wish) else b"no\n")
        except ConnectionError:
            pass
        finally:
            self._count(-1)

    def _enter(self) -> bool:
        with self._lifeline.changed:
            if not self._lifeline.closing:
                self._count(1)
            return not self._lifeline.closing

    def _grant(self, wish: bytes) -> bool:
        if wish == b"stop":
            self._lifeline.stop()
        elif wish == b"stay":
            self._lifeline.stay = True
        return wish in (b"stop", b"stay")

    def _count(self, step: int) -> None:
        with self._lifeline.changed:
            self._lifeline.clients += step
            self._lifeline.changed.notify_all()

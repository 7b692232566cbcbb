"""TLS connections to public addresses only, whatever a name resolves to and whenever it changes its mind."""

from __future__ import annotations

import socket
from ipaddress import ip_address

from urllib3 import HTTPSConnectionPool
from urllib3.connection import HTTPSConnection

from miner.literature.errors import HttpError


class _PublicConnection(HTTPSConnection):
    def _new_conn(self) -> socket.socket:
        if not all(map(_is_public, _addresses(self.host, self.port))):
            raise _private(self.host)
        connection = super()._new_conn()
        # The name may have been resolved anew; with a proxy the peer is the proxy, which is the user's own.
        if not self.proxy and not _is_public(connection.getpeername()[0]):
            connection.close()
            raise _private(self.host)
        return connection


class PublicPool(HTTPSConnectionPool):
    """Raises HttpError before a byte is sent."""

    ConnectionCls = _PublicConnection  # pyright: ignore[reportAssignmentType] (as in urllib3 itself)


def _private(host: str) -> HttpError:
    return HttpError(f"{host} leads to an address that is not public")


def _addresses(host: str, port: int) -> list[str]:
    """What a name resolves to; nothing where it does not, which connecting will say."""
    try:
        return [str(found[4][0]) for found in socket.getaddrinfo(host.strip("[]"), port)]
    except OSError:
        return []


def _is_public(address: str) -> bool:
    return ip_address(address.partition("%")[0]).is_global

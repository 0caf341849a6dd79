"""Which addresses may be asked: http and https only, and no machine of a private network unless that is wanted.

A name is checked by what it resolves to, and the connection goes to exactly the address that was checked.
"""

import re
import socket
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import urljoin, urlsplit

from urllib3.exceptions import LocationParseError
from urllib3.util import parse_url

from relgraph.errors import FetchError

_PORTS = {"http": 80, "https": 443}
_LONGEST = 2000
"""Characters of an address; servers refuse longer ones, and no release needs one."""

_SESSION = re.compile(r";jsessionid=[^/?#;]*", re.IGNORECASE)
"""Put into addresses by servers of Java, other each time; a page would get a new address with every visit."""

_UNICAST = IPv6Network("2000::/3")
_NAT64 = IPv6Network("64:ff9b::/96")
_COMPATIBLE = IPv6Network("::/96")


@dataclass(frozen=True)
class Target:
    """An address taken apart: whom to ask, and for what."""

    url: str
    scheme: str
    host: str
    port: int
    path: str

    @property
    def origin(self) -> str:
        """Scheme, host and port, as in `https://www.example.org`; one robots.txt holds for all below it."""
        return f"{self.scheme}://{self.authority}"

    @property
    def authority(self) -> str:
        """Host, and port where it is not the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"


def target_of(url: str) -> Target:
    """Address taken apart and normalised, without its fragment.

    Raises:
        FetchError: it is neither http nor https, names no host, or carries a password.

    >>> target_of("HTTPS://WWW.Baden-Württemberg.de:443/de/presse?Jahr=2024#top").url
    'https://www.xn--baden-wrttemberg-pzb.de/de/presse?Jahr=2024'
    """
    shown = url if len(url) <= 200 else f"{url[:200]} …"
    if len(url) > _LONGEST or any(ord(sign) <= 0x20 or ord(sign) == 0x7F for sign in url):
        raise FetchError(repr(shown), "no address: too long, or with blanks or control characters in it")
    try:
        parts = urlsplit(url)
        scheme, host, port = parts.scheme.lower(), parts.hostname or "", parts.port
        host = _ascii(host.rstrip("."))
        path = parse_url(parts._replace(netloc="host", fragment="").geturl()).request_uri
    except (ValueError, LocationParseError) as error:
        raise FetchError(repr(shown), f"no address: {error}") from error
    if scheme not in _PORTS:
        raise FetchError(repr(shown), "only http and https are asked")
    if not host:
        raise FetchError(repr(shown), "names no host")
    if parts.username is not None or parts.password is not None:
        raise FetchError(repr(f"{scheme}://…@{host}"), "carries a user name or password, which would end in the graph")
    path = _SESSION.sub("", path)
    bare = Target("", scheme, host, _PORTS[scheme] if port is None else port, path)
    return Target(f"{bare.origin}{path}", scheme, host, bare.port, path)


def redirected(target: Target, location: str) -> Target:
    """Target of a redirect, which may be relative.

    Raises:
        FetchError: as `target_of` does.
    """
    try:
        return target_of(urljoin(target.url, "".join(location.split())))
    except ValueError as error:
        raise FetchError(target.url, f"redirects to what is no address: {location[:200]!r}") from error


def resolve(target: Target, *, private: Collection[str] = ()) -> list[str]:
    """IP addresses of a target's host, every one of which may be asked.

    Raises:
        FetchError: the host is unknown, or one of its addresses is not public and it is none of the `private` ones.
    """
    try:
        found = socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(target.url, f"host {target.host} is unknown: {error}") from error
    addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    hidden = next((address for address in addresses if not is_public(address)), None)
    if hidden is not None and target.host not in private:
        raise FetchError(
            target.url,
            f"host {target.host} is {hidden}, which is not a public address "
            f"(to ask it all the same: --allow-private {target.host})",
        )
    return addresses


def is_public(address: str) -> bool:
    """Whether an IP address lies on the public internet, also where an IPv6 address wraps an IPv4 one.

    >>> [is_public(one) for one in ("141.1.1.1", "10.0.0.1", "::ffff:127.0.0.1", "fe80::1%eth0", "2a00::1")]
    [True, False, False, False, True]
    """
    one = ip_address(address.partition("%")[0])
    if isinstance(one, IPv4Address):
        return one.is_global and not one.is_multicast
    wrapped = list(_wrapped(one))
    return all(is_public(str(inner)) for inner in wrapped) and (bool(wrapped) or (one in _UNICAST and one.is_global))


def _wrapped(one: IPv6Address) -> Iterator[IPv4Address]:
    """IPv4 addresses to which traffic for an IPv6 address may go in the end."""
    if one.ipv4_mapped is not None:
        yield one.ipv4_mapped
    if one.sixtofour is not None:
        yield one.sixtofour
    if one.teredo is not None:
        yield from one.teredo
    if one in _NAT64 or one in _COMPATIBLE:
        yield IPv4Address(int(one) & 0xFFFFFFFF)


def _ascii(host: str) -> str:
    return host.lower() if host.isascii() else host.encode("idna").decode("ascii").lower()

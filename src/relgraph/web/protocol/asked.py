"""A request of the SPARQL 1.1 protocol, read: what is asked or changed, of which graphs, in which form."""

import re
from dataclasses import dataclass
from urllib.parse import parse_qsl

from fastapi import Request

from relgraph.errors import QueryError
from relgraph.store.wanted import Dataset
from relgraph.web.protocol.refusing import Refused
from relgraph.web.protocol.tokens import check_writer, may_write
from relgraph.web.settings import Settings
from relgraph.web.site import Site

LONGEST, LARGEST = 100_000, 100 << 20
"""Characters of a question, and bytes of an update."""
FORM, QUERY, UPDATE = "application/x-www-form-urlencoded", "application/sparql-query", "application/sparql-update"
_HOST = re.compile(r"(?:[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?")
_FIELDS = 10_000
_ONCE = ("query", "update")


@dataclass(frozen=True, slots=True)
class Asked:
    """Texts of a question and of an update, of which a request has one at most; graphs that it names; its format."""

    query: str | None
    update: str | None
    dataset: Dataset | None
    using: Dataset | None
    format: str
    page: dict[str, str]
    """Fields that the page has for itself."""


def read_address(request: Request) -> Asked:
    """What the address asks.

    Raises:
        Refused: it asks two things, or for an update, or names what is no graph.
    """
    asked = _asked(request.query_params.multi_items())
    if asked.update is not None:
        raise Refused(400, "an update is sent by POST, not in an address")
    return asked


async def read_body(request: Request, settings: Settings) -> Asked:
    """What a body asks, the graphs that its address names taken in.

    Whether whoever sends an update may do so is looked at before more is read than a question can be long.

    Raises:
        Refused: the body is too long, of another type, no UTF-8, asks nothing or two things, or for a change that the
            client may not make.
    """
    kind, charset = _content_type(request)
    if kind not in (FORM, QUERY, UPDATE):
        raise Refused(415, f"send {FORM}, {QUERY} or {UPDATE}", headers={"Accept-Post": f"{FORM}, {QUERY}, {UPDATE}"})
    if charset not in ("utf-8", "utf8", "us-ascii"):
        raise Refused(415, f"send UTF-8, not {charset[:40]}")
    if kind == UPDATE:
        check_writer(request, settings)
    body = await received(request, LARGEST if may_write(request, settings) else 4 * LONGEST)
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(400, f"the body is no UTF-8 at byte {error.start}") from None
    fields = request.query_params.multi_items()
    if kind == FORM:
        try:
            fields += parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=_FIELDS)
        except (ValueError, UnicodeDecodeError) as error:
            raise Refused(400, f"the form is malformed: {error}") from None
    else:
        fields.append(("query" if kind == QUERY else "update", text))
    asked = _asked(fields)
    if asked.query is None and asked.update is None:
        raise Refused(400, "the form has neither a query nor an update")
    if asked.update is not None:
        check_writer(request, settings)
    return asked


async def received(request: Request, longest: int) -> bytes:
    """A body of no more than so many bytes.

    Raises:
        Refused: it is longer, or packed.
    """
    if request.headers.get("content-encoding", "identity").strip().lower() not in ("", "identity"):
        raise Refused(415, "send the body as it is, without Content-Encoding", headers={"Accept-Encoding": "identity"})
    parts, length = [], 0
    async for part in request.stream():
        length += len(part)
        if length > longest:
            raise Refused(413, f"the body has more than {longest:,} bytes")
        parts.append(part)
    return b"".join(parts)


def base_of(request: Request, site: Site) -> str:
    """The address under which this server is reached, without a slash at its end.

    Raises:
        Refused: nobody has told it, and the client calls it by what is no host.
    """
    if site.settings.base_url is not None:
        return site.settings.base_url
    if not _HOST.fullmatch(request.url.netloc):
        raise Refused(400, "the header Host names no host")
    return f"{request.url.scheme}://{request.url.netloc}"


def _content_type(request: Request) -> tuple[str, str]:
    kind, *parameters = request.headers.get("content-type", "").split(";")
    named = dict(part.strip().lower().partition("=")[::2] for part in parameters)
    return kind.strip().lower(), named.get("charset", "utf-8").strip('" ')


def _asked(fields: list[tuple[str, str]]) -> Asked:
    def given(name: str) -> list[str]:
        return [value for key, value in fields if key == name]

    for name in _ONCE:
        if len(given(name)) > 1:
            raise Refused(400, f"a request has one {name}, not {len(given(name))}")
    query, update = (next(iter(given(name)), None) for name in _ONCE)
    if query is not None and update is not None:
        raise Refused(400, "a request has a query or an update, not both")
    if query is not None and len(query) > LONGEST:
        raise Refused(413, f"the question has more than {LONGEST:,} characters")
    named = next((value for name in ("format", "output") for value in given(name) if value), "")
    return Asked(
        query.replace("\r\n", "\n") if query is not None else None, update,
        _dataset(given("default-graph-uri"), given("named-graph-uri")),
        _dataset(given("using-graph-uri"), given("using-named-graph-uri")),
        named.lower(), {name: value for name, value in fields if name in ("question", "lang")},
    )  # fmt: skip


def _dataset(default: list[str], named: list[str]) -> Dataset | None:
    if not default and not named:
        return None
    try:
        return Dataset(tuple(dict.fromkeys(default)), tuple(dict.fromkeys(named)))
    except QueryError as error:
        raise Refused(400, f"a graph is named by its IRI: {error}") from None

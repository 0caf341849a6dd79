"""What forms of several pages have in common: dates as they are typed, and links that mend a name that was missed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from fastapi import Request

from relgraph.errors import QueryError, RelgraphError, UnknownName

_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong with what was typed: its words in `words/fields.yaml`, and addresses of the page that mend it."""

    key: str
    said: str
    mended: tuple[tuple[str, str], ...] = ()
    status: int = 400


def date(typed: str) -> str | None:
    """A year, month or day as it was typed; nothing where nothing was.

    >>> date(" 2014-11 "), date("")
    ('2014-11', None)

    Raises:
        QueryError: it is no date.
    """
    text = typed.strip()
    if text and not _DATE.fullmatch(text):
        raise QueryError(text, "is no date such as 1989, 1989-11 or 1989-11-24")
    return text or None


def mistake(request: Request, error: RelgraphError) -> Mistake:
    """What a form says of an error, with the names that come nearest as links."""
    if isinstance(error, UnknownName):
        return Mistake("unknown", error.label, mended(request, error.label, error.suggestions), 404)
    key = "no_date" if "is no date" in str(error) else "malformed"
    return Mistake(key, error.name if isinstance(error, QueryError) and key == "no_date" else str(error))


def mended(request: Request, typed: str, names: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Addresses of the page with each of the names in place of what was typed."""
    fields = request.query_params.multi_items()

    def with_(name: str) -> str:
        return urlencode([(key, name if value.strip() == typed else value) for key, value in fields])

    return tuple((name, f"{request.url.path}?{with_(name)}") for name in names)


def changed(request: Request, **values: str | None) -> str:
    """Address of the page with some fields changed; nothing leaves one out."""
    kept = [(key, value) for key, value in request.query_params.multi_items() if key not in values and value]
    given = [(key, value) for key, value in values.items() if value]
    return f"{request.url.path}?{urlencode([*kept, *given])}"


def added(request: Request, name: str, values: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Addresses of the page with one value more in a field, for each of some that it does not have."""
    kept = [(key, value) for key, value in request.query_params.multi_items() if value]
    return tuple(
        (value, f"{request.url.path}?{urlencode([*kept, (name, value)])}")
        for value in values
        if (name, value) not in kept
    )

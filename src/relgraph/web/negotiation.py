"""In which form a thing is given: a page, or RDF in one of three syntaxes; by suffix, else as the client prefers.

Owns the choice only; `relgraph.store.serialise` writes RDF, templates write pages.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

_PARAMETER = re.compile(r"\s*([^\s=;]+)\s*=\s*\"?([^\s\";]*)\"?\s*")
_WEIGHT = re.compile(r"0(\.\d{0,3})?|1(\.0{0,3})?")


@dataclass(frozen=True, slots=True)
class Form:
    """A form by its suffix, with the media type it is sent as and those it is also asked for by."""

    suffix: str
    media_type: str
    aliases: tuple[str, ...] = ()


HTML = Form("html", "text/html", ("application/xhtml+xml",))
TURTLE = Form("ttl", "text/turtle", ("application/x-turtle", "text/n3"))
JSONLD = Form("jsonld", "application/ld+json", ("application/json",))
NTRIPLES = Form("nt", "application/n-triples", ("text/plain",))
FORMS = (HTML, TURTLE, JSONLD, NTRIPLES)
"""All forms; where a client likes several equally, it gets the first of them."""


def suffixed(path: str) -> tuple[str, Form | None]:
    """A path without its suffix, and the form that the suffix asks for.

    >>> suffixed("country/JP.ttl")[0], suffixed("country/JP.ttl")[1].suffix, suffixed("release/a.b")
    ('country/JP', 'ttl', ('release/a.b', None))
    """
    stem, _, suffix = path.rpartition(".")
    form = next((form for form in FORMS if form.suffix == suffix), None)
    return (stem, form) if form is not None and stem else (path, None)


def preferred(header: str) -> Form | None:
    """The form that an Accept header (RFC 9110, 12.5.1) prefers; nothing where it takes none of ours.

    Without a header it is a page.

    >>> preferred("text/turtle;q=0.9, text/html;q=0.5").suffix, preferred("*/*").suffix, preferred("image/png")
    ('ttl', 'html', None)
    """
    return best(header, FORMS)


@lru_cache(maxsize=512)
def best(header: str, forms: tuple[Form, ...]) -> Form | None:
    """The same among any forms; without a header it is the first of them.

    Where several are liked equally, it is the first that the client names, else the first.

    >>> best("*/*, text/html", (TURTLE, HTML)).suffix, best("*/*", (TURTLE, HTML)).suffix
    ('html', 'ttl')
    """
    if not header.strip():
        return forms[0]
    ranges = list(_ranges(header))
    named = {kind for kind, _ in ranges}
    liked = max(forms, key=lambda form: (_weight(form, ranges), not named.isdisjoint((form.media_type, *form.aliases))))
    return liked if _weight(liked, ranges) > 0 else None


def typed(form: Form) -> str:
    """Media type as a form is sent."""
    return form.media_type if form is JSONLD else f"{form.media_type}; charset=utf-8"


def _weight(form: Form, ranges: list[tuple[str, float]]) -> float:
    """How much a form is liked: as its media type is named, else by the best range for one of its types."""
    named = [weight for asked, weight in ranges if asked == form.media_type]
    return max(named) if named else max(_liked(kind, ranges) for kind in (form.media_type, *form.aliases))


def _liked(kind: str, ranges: list[tuple[str, float]]) -> float:
    for pattern in (kind, f"{kind.partition('/')[0]}/*", "*/*"):
        weights = [weight for asked, weight in ranges if asked == pattern]
        if weights:
            return max(weights)
    return 0.0


def _ranges(header: str) -> Iterable[tuple[str, float]]:
    """Media ranges with their weights; what is malformed is passed over."""
    for part in header.split(","):
        kind, *parameters = part.split(";")
        weight = 1.0
        for parameter in parameters:
            found = _PARAMETER.fullmatch(parameter)
            if found and found[1].lower() == "q":
                weight = float(found[2]) if _WEIGHT.fullmatch(found[2]) else 0.0
        if "/" in kind:
            yield kind.strip().lower(), weight

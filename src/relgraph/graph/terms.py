"""RDF terms out of Python values, and quads as lines of N-Quads.

Text is untrusted: what is no IRI never becomes one, and a line of N-Quads holds no character that breaks a line.
"""

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import urlsplit

from rdflib import Literal, URIRef
from rdflib.namespace import XSD

from relgraph.errors import DataError

Node = URIRef | Literal


class Quad(NamedTuple):
    """One statement; without `graph` it stands in the default graph."""

    subject: URIRef
    predicate: URIRef
    object: Node
    graph: URIRef | None = None


# RFC 3987 without its rarest corners: what passes here passes in every parser we know.
_CHARACTERS = r"(?:[A-Za-z0-9\-._~:/?@!$&'()*+,;=\u00A0-\uD7FF\uF900-\uFDCF\uFDF0-\uFFEF]|%[0-9A-Fa-f]{2})"
_IRI = re.compile(rf"[A-Za-z][A-Za-z0-9+.-]*:{_CHARACTERS}*(?:\#{_CHARACTERS}*)?")
_HOST = re.compile(r"[A-Za-z0-9\u00A1-\uD7FF](?:[A-Za-z0-9.\-\u00A1-\uD7FF]*[A-Za-z0-9\u00A1-\uD7FF])?(?::\d{1,5})?")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_SHORT = {"\t": "\\t", "\n": "\\n", "\r": "\\r", "\b": "\\b", "\f": "\\f", '"': '\\"', "\\": "\\\\"}
# Every control character and separator that str.splitlines or an editor may take for the end of a line.
_ESCAPED = re.compile('[\x00-\x1f\x7f-\x9f"\\\\\u2028\u2029\ufffe\uffff]')


@lru_cache(maxsize=65_536)  # an entity's IRI is written a hundred times
def iri(value: str) -> URIRef:
    """IRI of something of ours.

    Raises:
        DataError: the value is no absolute IRI.
    """
    if not _IRI.fullmatch(value):
        raise DataError(value, "is no IRI")
    return URIRef(value)


def web_iri(value: str | None) -> URIRef | None:
    """Address that somebody else wrote, where it is a sound one for the web, else nothing.

    >>> web_iri("https://example.org/a?b=c")
    rdflib.term.URIRef('https://example.org/a?b=c')
    >>> web_iri("javascript:alert(1)") is web_iri("https://exa mple.org/") is web_iri(None) is None
    True
    """
    if value is None or not re.match(r"https?://", value) or not _IRI.fullmatch(value):
        return None
    try:
        return URIRef(value) if _HOST.fullmatch(urlsplit(value).netloc) else None
    except ValueError:  # brackets that hold no number of a host
        return None


def text(value: str, language: str | None = None) -> Literal:
    """Text in a language, its tag in lower case, or plain text.

    Raises:
        DataError: the language is no tag such as "de" or "de-AT".
    """
    if language is not None and not _LANGUAGE.fullmatch(language):
        raise DataError(language, "is no language tag")
    return Literal(value, lang=language and language.lower())


@lru_cache(maxsize=65_536)
def moment(value: str) -> Literal:
    """Day, month or year, with the datatype of its precision.

    >>> moment("1989-11").datatype
    rdflib.term.URIRef('http://www.w3.org/2001/XMLSchema#gYearMonth')
    """
    datatype = {4: XSD.gYear, 7: XSD.gYearMonth, 10: XSD.date}[len(value)]
    return Literal(value, datatype=datatype, normalize=False)


@lru_cache(maxsize=65_536)
def count(value: int) -> Literal:
    """Whole number."""
    return Literal(str(value), datatype=XSD.integer)


def decimal(value: float | Decimal) -> Literal:
    """The number in decimal notation, in the canonical form that a store gives back.

    >>> str(decimal(0.93)), str(decimal(1.0)), str(decimal(1e-7))
    ('0.93', '1', '0.0000001')
    """
    written = format(Decimal(str(value)), "f")  # all of its digits, where arithmetic would round to 28
    if "." in written:
        written = written.rstrip("0").rstrip(".")
    return Literal(written, datatype=XSD.decimal, normalize=False)


def to_line(quad: Quad) -> str:
    r"""Quad as one line of N-Quads, without the end of the line.

    >>> to_line(Quad(URIRef("a:s"), URIRef("a:p"), Literal("one\ntwo", lang="de"), URIRef("a:g")))
    '<a:s> <a:p> "one\\ntwo"@de <a:g> .'
    """
    graph = f" <{quad.graph}>" if quad.graph is not None else ""
    return f"<{quad.subject}> <{quad.predicate}> {_written(quad.object)}{graph} ."


def _written(node: Node) -> str:
    if isinstance(node, URIRef):
        return f"<{node}>"
    quoted = f'"{_ESCAPED.sub(_escape, node)}"'
    if node.language:
        return f"{quoted}@{node.language}"
    return f"{quoted}^^<{node.datatype}>" if node.datatype not in (None, XSD.string) else quoted


def _escape(match: re.Match[str]) -> str:
    character = match.group()
    return _SHORT.get(character) or f"\\u{ord(character):04X}"


def truth(value: bool) -> Literal:
    """The truth value in its canonical form."""
    return Literal(str(value).lower(), datatype=XSD.boolean, normalize=False)

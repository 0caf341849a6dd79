"""What may be asked: which form a query has, and the refusal of updates and of calls to other servers.

Owns no parser: the engine parses. Oxigraph would follow a SERVICE clause to any host, and has no switch against it,
so the text is looked at before the engine sees it.
"""

import re

from relgraph.errors import QueryError
from relgraph.store.bounds import check_bounds
from relgraph.store.calls import calls
from relgraph.store.lexing import words

_FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
_UPDATES = ("INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH")
_GAP = r"(?:\s|#[^\n\r]*)*+"  # possessive: a row of # would take exponential time to give back
_PROLOGUE = re.compile(
    rf"{_GAP}(?:(?:BASE{_GAP}<[^>]*>|PREFIX{_GAP}[^\s:]*{_GAP}:{_GAP}<[^>]*>){_GAP})*", re.IGNORECASE
)
_COMMENT_OR_IRI = re.compile(r"<[^>]*>|#[^\n\r]*")
_PREFIX = re.compile(r"PREFIX\s+([^\s:]*)\s*:\s*<([^>]*)>", re.IGNORECASE)
_KEYWORD = re.compile(r"[A-Za-z]+")
_KEYWORDS = re.compile(r"service|load", re.IGNORECASE)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


def query_form(sparql: str) -> str:
    r"""Which form a query has: SELECT, ASK, CONSTRUCT or DESCRIBE; empty where the engine has to say what is wrong.

    >>> query_form("# who\nPREFIX a: <http://a#> select * { ?s ?p ?o }")
    'SELECT'
    """
    keyword = _first_keyword(sparql)
    return keyword if keyword in _FORMS else ""


def prologue(sparql: str) -> str:
    r"""BASE and PREFIX before a query, comments too.

    >>> prologue("PREFIX a: <http://a#> ASK {}")
    'PREFIX a: <http://a#> '
    """
    found = _PROLOGUE.match(sparql)
    return found.group() if found else ""


def prefixes(sparql: str) -> dict[str, str]:
    """Prefixes that a query declares.

    >>> prefixes("PREFIX a: <http://a#> # PREFIX b: <http://b#>\\n ASK {}")
    {'a': 'http://a#'}
    """
    told = _COMMENT_OR_IRI.sub(lambda match: match.group() if match.group()[0] == "<" else "", prologue(sparql))
    return dict(_PREFIX.findall(told))


def check_question(sparql: str) -> None:
    """Let a question pass.

    Raises:
        QueryError: the text is an update, may call another server by SERVICE, or is nested too deeply.
    """
    if _first_keyword(sparql) in _UPDATES:
        raise QueryError("SPARQL", "updates are refused: the store only answers questions")
    check_bounds(sparql)
    for text in dict.fromkeys((sparql, _unescaped(sparql))):
        if calls(text, "SERVICE"):
            raise QueryError("SPARQL", "SERVICE is refused: a question may not call another server")


def admitted_update(sparql: str) -> str:
    """An update as it may be put to the engine.

    Raises:
        QueryError: it may load from another server, or ask one, or is nested too deeply.
    """
    check_bounds(sparql)
    return _admitted(sparql, "SERVICE", "LOAD")


def admitted_question(sparql: str) -> str:
    """A question as it may be put to the engine.

    Raises:
        QueryError: it is an update, may ask another server, or is nested too deeply.
    """
    if _first_keyword(sparql) in _UPDATES:
        raise QueryError("SPARQL", "updates are refused: the store only answers questions")
    check_bounds(sparql)
    return _admitted(sparql, "SERVICE")


def _admitted(sparql: str, *keywords: str) -> str:
    """The text, with keywords within strings and comments written so that they can be nothing else.

    In a string an escape stands for its letter; anywhere else the engine takes none. So it does not matter whether it
    agrees on what is a string: where it does not, the text is malformed.
    """
    if not any(calls(text, keyword) for text in dict.fromkeys((sparql, _unescaped(sparql))) for keyword in keywords):
        return sparql
    defused, bare, end = [], [], 0
    for word in words(sparql, comments=True):
        between = sparql[end : word.start]
        hidden = word.kind in ("text", "comment")
        defused += [between, _escaped(word.text) if word.kind == "text" else "" if hidden else word.text]
        bare += [between, '""' if word.kind == "text" else " " if hidden else word.text]
        end = word.end
    admitted = "".join([*defused, sparql[end:]])
    seen = _unescaped("".join([*bare, sparql[end:]]))
    for keyword in keywords:
        if calls(admitted, keyword) or calls(seen, keyword):
            raise QueryError("SPARQL", f"{keyword} is refused: nothing here may call another server")
    return admitted


def _escaped(text: str) -> str:
    return _KEYWORDS.sub(lambda match: f"\\u{ord(match[0][0]):04X}{match[0][1:]}", text)


def _first_keyword(sparql: str) -> str:
    keyword = _KEYWORD.match(sparql, len(prologue(sparql)))
    return keyword.group().upper() if keyword else ""


def _unescaped(sparql: str) -> str:
    """Text as a server sees it that resolves SPARQL's codepoint escapes before it parses."""
    return _ESCAPE.sub(lambda match: _character(int(match[1] or match[2], 16)), sparql)


def _character(code: int) -> str:
    return chr(code) if code <= 0x10FFFF else ""

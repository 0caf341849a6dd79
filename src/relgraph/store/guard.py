"""What may be asked: which form a query has, and the refusal of updates and of calls to other servers.

Owns no parser: the engine parses. Oxigraph would follow a SERVICE clause to any host, and has no switch against it,
so the text is looked at before the engine sees it.
"""

import re
from collections.abc import Mapping

from relgraph.errors import QueryError
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
# Said of the raw text, comments and strings included: a lexer that disagreed with the engine's on what is a string
# could be led past a real SERVICE. A name such as `?service` or `ex:service` is known by what stands before it.
_SERVICE = re.compile(rf"SERVICE{_GAP}(?:SILENT{_GAP})?(?:<|[?$]|[\w.-]*+:)", re.IGNORECASE)
# An operation, so that nothing of a word stands before it: "download:" is none
_LOAD = re.compile(rf"(?<!\w)LOAD{_GAP}(?:SILENT{_GAP})?(?:<|[\w.-]*+:)", re.IGNORECASE)
_KEYWORDS = re.compile(r"service|load", re.IGNORECASE)
_WORD = re.compile(r"\w")
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
        QueryError: the text is an update, or may call another server by SERVICE.
    """
    if _first_keyword(sparql) in _UPDATES:
        raise QueryError("SPARQL", "updates are refused: the store only answers questions")
    for text in (sparql, _unescaped(sparql)):
        if _calls(text, _SERVICE):
            raise QueryError("SPARQL", "SERVICE is refused: a question may not call another server")


def admitted_update(sparql: str) -> str:
    """An update as it may be put to the engine.

    Raises:
        QueryError: it may load from another server, or ask one.
    """
    return _admitted(sparql, {"SERVICE": _SERVICE, "LOAD": _LOAD})


def admitted_question(sparql: str) -> str:
    """A question as it may be put to the engine.

    Raises:
        QueryError: it is an update, or may ask another server.
    """
    if _first_keyword(sparql) in _UPDATES:
        raise QueryError("SPARQL", "updates are refused: the store only answers questions")
    return _admitted(sparql, {"SERVICE": _SERVICE})


def _admitted(sparql: str, patterns: Mapping[str, re.Pattern[str]]) -> str:
    """The text, with keywords within strings and comments written so that they can be nothing else.

    In a string an escape stands for its letter; anywhere else the engine takes none. So it does not matter whether it
    agrees on what is a string: where it does not, the text is malformed.
    """
    if not any(_calls(text, pattern) for text in (sparql, _unescaped(sparql)) for pattern in patterns.values()):
        return sparql
    defused = bare = ""
    end = 0
    for word in words(sparql, comments=True):
        between = sparql[end : word.start]
        hidden = word.kind in ("text", "comment")
        defused += between + (_escaped(word.text) if word.kind == "text" else "" if hidden else word.text)
        bare += between + ('""' if word.kind == "text" else " " if hidden else word.text)
        end = word.end
    defused, bare = defused + sparql[end:], bare + sparql[end:]
    for name, pattern in patterns.items():
        if _calls(defused, pattern) or _calls(_unescaped(bare), pattern):
            raise QueryError("SPARQL", f"{name} is refused: nothing here may call another server")
    return defused


def _escaped(text: str) -> str:
    return _KEYWORDS.sub(lambda match: f"\\u{ord(match[0][0]):04X}{match[0][1:]}", text)


def _first_keyword(sparql: str) -> str:
    keyword = _KEYWORD.match(sparql, len(prologue(sparql)))
    return keyword.group().upper() if keyword else ""


def _calls(text: str, pattern: re.Pattern[str]) -> bool:
    return any(not _within_name(text, match.start()) for match in pattern.finditer(text))


def _within_name(text: str, start: int) -> bool:
    """Whether what starts here goes on with the name of a variable or the local part of a prefixed name."""
    while start and _WORD.match(text[start - 1]):
        start -= 1
    return start > 0 and text[start - 1] in "?$:"


def _unescaped(sparql: str) -> str:
    """Text as a server sees it that resolves SPARQL's codepoint escapes before it parses."""
    return _ESCAPE.sub(lambda match: _character(int(match[1] or match[2], 16)), sparql)


def _character(code: int) -> str:
    return chr(code) if code <= 0x10FFFF else ""

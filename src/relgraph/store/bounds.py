"""How deep a question may be nested, and of how many steps it may be made.

The engine goes down into what is nested, and along a chain of clauses or operators, on the stack of its process, which
ends with all that it is doing when that is full. It has no bound of its own. On a stack of 8 MB, as Linux gives,
it takes calls of functions 800 deep, and 2,500 clauses in a row.

A text that is written to lead the lexer past a bracket may still end the process that answers: who serves others lets
one answer that can be spared. What stands here is for questions that someone wants answered.
"""

import re
from collections.abc import Iterator

from relgraph.errors import QueryError
from relgraph.store.lexing import Word, words

DEPTH, STEPS = 100, 1_000
"""Brackets within brackets; clauses, calls, operators and names of things outside all brackets, data left out."""

_CLAUSES = ("OPTIONAL", "MINUS", "UNION", "FILTER", "BIND", "LATERAL", "GRAPH", "EXISTS", "AS", "SELECT")
_POSSIBLE = re.compile(rf"\b(?:{'|'.join(_CLAUSES)})\b|[:<(!+*/|&^-]", re.IGNORECASE)
# One line without quotes or comments, so that it stands as a whole within a text or comment, or is what it looks like
_TERMS = r"""(?:(?:<[^<>"'#(){}\[\]|^`\\\x00-\x20]*>|\d+(?:\.\d+)?|UNDEF)(?:[ \t]+|(?=[)}])))*+"""
_LISTED = re.compile(
    rf"\bVALUES[ \t]+(?:\?\w+[ \t]*\{{[ \t]*{_TERMS}\}}|\([\w? \t]*\)[ \t]*\{{[ \t]*(?:\([ \t]*{_TERMS}\)[ \t]*)*+\}})",
    re.IGNORECASE,
)
_SIGNS = re.compile(r"\|\||&&|[!+*/|^-]|[\[\]]|<<|>>")
_OPENING = ("(", "[", "{", "<<")
_BRACKETS = re.compile(r"[(\[{]|<<|([)\]}]|>>)")


def check_bounds(sparql: str) -> None:
    """Let a text pass that the engine can go through.

    >>> check_bounds("ASK { FILTER(" + "!" * 2000 + "true) }")
    Traceback (most recent call last):
    ...
    relgraph.errors.QueryError: SPARQL: line 1, column 1012: more than 1,000 clauses, calls and operators

    Raises:
        QueryError: it is nested too deeply, or has too many steps.
    """
    # Without what is asked about, of which there may be thousands; all else keeps its place
    told = _LISTED.sub(lambda match: " " * len(match[0]), sparql)
    if sum(map(told.count, _OPENING)) > DEPTH or len(_POSSIBLE.findall(told)) > STEPS:
        _Counting(told).run()


class _Counting:
    """Which brackets are open at a place, and how many steps were made up to there."""

    def __init__(self, sparql: str) -> None:
        self._sparql = sparql
        self._depth = self._steps = 0
        self._data: int | None = None
        """How deep data stands, which the engine takes in whatever there is of it."""

    def run(self) -> None:
        """Go through the text.

        Raises:
            QueryError: at the place where it is too much.
        """
        before: Word | None = None
        for word in self._words():
            if before is not None and before.says("VALUES", "DATA") and self._data is None:
                self._data = self._depth
            if word.kind in ("mark", "sign", "iri"):
                self._brackets(word)
            self._steps += self._data is None and self._is_step(word)
            if self._steps > STEPS:
                raise self._too_much(word, f"more than {STEPS:,} clauses, calls and operators")
            before = word

    def _words(self) -> Iterator[Word]:
        """Words, and the signs between them that the lexer passes by."""
        end = 0
        for word in words(self._sparql):
            yield from self._signs(end, word.start, word.depth)
            yield word
            end = word.end
        yield from self._signs(end, len(self._sparql), 0)

    def _signs(self, start: int, end: int, depth: int) -> Iterator[Word]:
        for sign in _SIGNS.finditer(self._sparql, start, end):
            yield Word("sign", sign.group(), sign.start(), sign.end(), depth)

    def _brackets(self, word: Word) -> None:
        """Count what opens and closes; within what reads as an IRI, which may be a comparison, what opens alone."""
        depth = self._depth
        for closing in (match[1] for match in _BRACKETS.finditer(word.text)):
            depth = max(0, depth + (-1 if closing else 1))
            if depth > DEPTH:
                raise self._too_much(word, f"brackets within brackets, more than {DEPTH} deep")
        self._depth = max(depth, self._depth) if word.kind == "iri" else depth
        if self._data is not None and word.says("}") and depth <= self._data:
            self._data = None

    def _is_step(self, word: Word) -> bool:
        if word.kind == "sign":
            return not _BRACKETS.fullmatch(word.text)
        outside = word.kind in ("iri", "name") and word.depth == 0
        return outside or word.says("(", *_CLAUSES)

    def _too_much(self, word: Word, why: str) -> QueryError:
        line = self._sparql.count("\n", 0, word.start) + 1
        column = word.start - self._sparql.rfind("\n", 0, word.start)
        return QueryError("SPARQL", f"line {line}, column {column}: {why}", (line, column))

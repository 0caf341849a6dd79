"""The parts of a question's SPARQL that depend on what is asked with: lines for a parameter, and how many rows.

::

    #? country                                  these lines stand only where country is given
    ?near rg:partOf* ?country .
    { ?tie rg:subject ?near } UNION { ?tie rg:object ?near }
    #?

Without such lines an engine would have to plan one query for both cases, and would read all ties to throw most away.

Lines after `#? no country` stand only where it is not given, those after `#? country actor` where one of them is, those
after `#? no country actor` where none is, and lines after `#? plain` only in the file itself: with all its lines, a
file is one query that answers with any of its parameters, slower. Marks nest: a line stands where all around it say so.
A question that has a parameter `limit` holds `LIMIT`
and its default once, in the sub-select that picks; what that leaves out is counted, never passed over.
Owns text only; nothing is asked here.
"""

import re
from collections.abc import Collection, Iterator, Mapping

from relgraph.queries.question import Question
from relgraph.store.binding import bind
from relgraph.store.terms import Literal, Table, Term
from relgraph.vocabulary import PREFIXES

LIMIT = "limit"
"""Name of the parameter that says how many rows are given at most."""
PLAIN = "plain"
"""Marks lines that only those need who ask the file as it stands."""
ALL = 999_999
"""What `limit=0` means: as good as all.

With no LIMIT, or one of a million, the planner of the embedded store would take the sub-select for larger than any
pattern beside it, and begin there: seven seconds instead of half a second.
"""

_MARK = re.compile(r"[ \t]*#\?[ \t]*(?P<no>no[ \t]+)?(?P<names>\w*(?:[ \t]+\w+)*)[ \t]*\n?")
_NUMBERS = {
    f"{PREFIXES['xsd']}decimal": re.compile(r"\d+\.\d+"),
    f"{PREFIXES['xsd']}integer": re.compile(r"\d+"),
}
_NO_NUMBER = re.compile("(?!)")
_SKIPPED = re.compile(r'#[^\n]*|<[^<>\s]*>|"(?:[^"\\\n]|\\.)*"')


def asked_text(question: Question, given: Collection[str], limit: int | None = None) -> str:
    """SPARQL of a question for the parameters that are given, with at most so many rows; 0 means all."""
    text = "".join(line for marks, line in _lines(question.text) if all(_stands(mark, given) for mark in marks))
    if limit is None:
        return text
    place = _limit(question, text)
    return f"{text[: place.start()]}LIMIT {limit or ALL}{text[place.end() :]}"


def picking_text(question: Question, given: Collection[str]) -> str:
    """SPARQL of the sub-select with the limit, without it: all that is picked, the best first."""
    text = asked_text(question, given)
    place = _limit(question, text)
    start, end = _group(text, place.start())
    prologue = "".join(re.findall(r"(?im)^\s*PREFIX.*\n", text))
    return f"{prologue}{text[start : place.start()]}{text[place.end() : end]}"


def fetching_text(question: Question, bound: Mapping[str, Term], picked: Table) -> str:
    """SPARQL of the question, its values bound, with what was picked in place of the sub-select that picks."""
    text = asked_text(question, bound)
    text = bind(text, bound) if bound else text  # before thousands of words stand in it
    start, end = _group(text, _limit(question, text).start())
    rows = " ".join(f"({' '.join(map(_written, row))})" for row in picked.rows)
    values = f"VALUES ({' '.join(f'?{name}' for name in picked.columns)})"
    if not rows:  # of a list without rows an engine does not know that it binds its columns, and reads all beside it
        nothing = f"({' '.join('0' for _ in picked.columns)})"
        return f"{text[:start]}{values} {{ {nothing} }} FILTER(?{picked.columns[0]} != 0){text[end:]}"
    return f"{text[:start]}{values} {{ {rows} }}{text[end:]}"


def _written(term: Term | None) -> str:
    """A term, a number as short as it can be: thousands stand in a row."""
    if isinstance(term, Literal) and _NUMBERS.get(term.datatype or "", _NO_NUMBER).fullmatch(term.value):
        return term.value
    return "UNDEF" if term is None else term.n3()


def faults(question: Question) -> Iterator[tuple[int, str]]:
    """What is wrong with the marks of a question: line number and words."""
    optional = {parameter.name for parameter in question.parameters if parameter.optional} | {PLAIN}
    open_: list[str] = []
    for number, line in enumerate(question.text.splitlines(keepends=True), 1):
        mark = _MARK.fullmatch(line)
        if mark is None:
            continue
        names = mark["names"]
        for name in names.split():
            if name not in optional:
                yield number, f"#? {name}: there is no optional parameter {name}"
        if names:
            open_.append(names)
        elif open_:
            open_.pop()
        else:
            yield number, "#? ends no lines"
    for names in open_:
        yield len(question.text.splitlines()), f"the lines for {names} never end"
    parameter = question.parameter(LIMIT)
    found = [] if parameter is None else list(_places(question.text, str(parameter.default)))
    if parameter is not None and len(found) != 1:
        yield 1, f"LIMIT {parameter.default} stands {len(found)} times; the parameter limit needs it once"


def _lines(text: str) -> Iterator[tuple[list[re.Match[str]], str]]:
    """Each line with the marks that it stands under, if any."""
    under: list[re.Match[str]] = []
    for line in text.splitlines(keepends=True):
        mark = _MARK.fullmatch(line)
        if mark is None:
            yield under, line
        elif mark["names"]:
            under.append(mark)
        elif under:
            under.pop()


def _stands(mark: re.Match[str], given: Collection[str]) -> bool:
    return mark["names"] != PLAIN and any(name in given for name in mark["names"].split()) is not bool(mark["no"])


def _limit(question: Question, text: str) -> re.Match[str]:
    parameter = question.parameter(LIMIT)
    if parameter is None:
        raise ValueError(f"{question.name} has no parameter {LIMIT}")
    return next(_places(text, str(parameter.default)))


def _places(text: str, default: str) -> Iterator[re.Match[str]]:
    return re.finditer(rf"(?<![\w#])LIMIT\s+{re.escape(default)}\b", blanked(text))


def _group(text: str, place: int) -> tuple[int, int]:
    """Inside of the braces around a place."""
    plain, depth, start = blanked(text), 0, place
    while start > 0 and (plain[start - 1] != "{" or depth > 0):
        start -= 1
        depth += {"}": 1, "{": -1}.get(plain[start], 0)
    end, depth = place, 0
    while end < len(plain) and (plain[end] != "}" or depth > 0):
        depth += {"{": 1, "}": -1}.get(plain[end], 0)
        end += 1
    return start, end


def blanked(text: str) -> str:
    """The text with blanks for comments, IRIs and strings, so that a word or brace in them is none."""
    return _SKIPPED.sub(lambda match: " " * len(match.group()), text)

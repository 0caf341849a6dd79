"""A file of questions held against its rules: header, SPARQL, and both against each other.

What makes a file no question is what the loader refuses; what only others would stumble over (grlc, a server without
our prefixes) is told to whoever asks with `relgraph queries --check`. Owns no form of output.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from relgraph.errors import DataError, QueryError
from relgraph.queries.faults import Fault
from relgraph.queries.header import Header, header_lines
from relgraph.queries.parts import LIMIT, blanked, faults
from relgraph.queries.question import Question
from relgraph.queries.variables import GRLC, grlc_variable, plain_text
from relgraph.resources import strict_yaml
from relgraph.store.embedded import memory_store
from relgraph.vocabulary import DEALINGS, LASTING

_FILE_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_PLACE = re.compile(r"(?:SPARQL: )?(?:line (\d+), )?(.*)", re.DOTALL)
_PREFIXED = re.compile(r"(?<![\w?$:.-])([A-Za-z][\w-]*)?:(?=[A-Za-z_])")
_DECLARED = re.compile(r"PREFIX\s+([\w-]*):", re.IGNORECASE)
_STRANGE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u00a0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2060\u3000\ufeff\t]")
_FORBIDDEN = re.compile(r"(?i)(?<![\w?$:.-])(SERVICE|LOAD|FROM)(?![\w:-])")


def inspected(path: Path) -> tuple[Question | None, list[Fault]]:
    """The question in a file, or what is wrong with it, by line.

    Raises:
        DataError: the file cannot be read.
    """
    question, found = _read(Header(path, file_text(path)))
    return (None if found else question), found


def all_faults(path: Path) -> list[Fault]:
    """All that is wrong with a file, what only others would stumble over too.

    Raises:
        DataError: the file cannot be read.
    """
    header = Header(path, file_text(path))
    question, found = _read(header)
    return sorted({*found, *_for_grlc(header, question, sound=not found), *_for_others(header.text)})


def _read(header: Header) -> tuple[Question, list[Fault]]:
    question = header.question()
    asked = replace(question, text=plain_text(question.text, question.parameters))
    found = [*_name(header.path), *header.faults.found]
    if header_lines(header.text):
        found += _against_each_other(header, asked)
    return asked, sorted(set(found))


def file_text(path: Path) -> str:
    """Text of a file of questions.

    Raises:
        DataError: the file cannot be read.
    """
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(path, str(error)) from error


def _name(path: Path) -> Iterator[Fault]:
    if not _FILE_NAME.fullmatch(path.stem):
        yield Fault(1, "the name of a question is lower-case words joined by hyphens")


def _against_each_other(header: Header, question: Question) -> list[Fault]:
    body, selected, note = blanked(question.text), _selected(question.text), header.faults.note
    before = len(header.faults.found)
    if not isinstance(selected, Fault):
        for column in question.columns:
            if column.name not in selected:
                note(column.name, f"column {column.name} is not selected by the query", section="columns")
            if column.of is not None and column.of not in selected:
                why = f"column {column.name} is of {column.of}, which is not selected by the query"
                note(column.name, why, section="columns")
    for parameter in question.parameters:
        if parameter.name != LIMIT and not re.search(rf"[?$]{parameter.name}\b", body):
            note(parameter.name, f"parameter {parameter.name} is no variable of the query", section="parameters")
    joined = DEALINGS if re.search(r"\brg:joins\b", body) else frozenset()
    joined |= LASTING if re.search(r"\brg:joint\w+\b", body) else frozenset()
    for kind in question.relations:
        if kind not in joined and not re.search(rf"\brg:{kind.class_name}\b", body):
            note("relations", f"relations names {kind.value}, of which the query says nothing")
    found = header.faults.found[before:]
    found += [Fault(line, why) for line, why in faults(question)]
    found += [selected] if isinstance(selected, Fault) else []
    if "ORDER BY" not in body.upper().rpartition("}")[2]:
        found.append(Fault(1, "the answer has no order; a question ends with ORDER BY"))
    return found


def _selected(text: str) -> tuple[str, ...] | Fault:
    """Names of the selected variables, as the engine sees them: the query is asked of an empty store."""
    with memory_store([]) as store:
        try:
            return store.select(text).columns
        except QueryError as error:
            line, why = _PLACE.fullmatch(str(error)).groups()  # type: ignore[union-attr]
            return Fault(int(line or 1), f"SPARQL: line {line}, {why}" if line else f"SPARQL: {why}")


def _for_grlc(header: Header, question: Question, *, sound: bool) -> Iterator[Fault]:
    """What grlc would not read, and pass over without a word."""
    text, lines = header.text, header_lines(header.text)
    for number, line in enumerate(lines, 1):
        for sign in dict.fromkeys(_STRANGE.findall(line)):
            yield Fault(number, f"grlc may not read the header: it holds the sign U+{ord(sign):04X}")
    if text.startswith("\ufeff"):
        yield Fault(1, "grlc finds no header: the file begins with a byte order mark")
    try:
        strict_yaml("\n".join(line[2:] for line in lines), header.path)
    except DataError as error:
        line, why = re.fullmatch(r"(?:line (\d+): )?(.*)", error.why, re.DOTALL).groups()  # type: ignore[union-attr]
        yield Fault(int(line or 1), f"grlc does not read the header: {why}; put such text in quotation marks")
    forms = {one.name.replace("_", ""): grlc_variable(one) for one in question.parameters}
    for number, line in enumerate(blanked(text).splitlines(), 1):
        for found in GRLC.finditer(line):
            wanted = forms.get(found["name"])
            if wanted is None:
                yield Fault(
                    number, f"{found[0]} has the form of grlc's parameters, but the header has none of that name"
                )
            elif sound and found[0][1:] != wanted:
                yield Fault(number, f"{found[0]} is called ?{wanted} for grlc: its type, and whether it must be given")
        for found in re.finditer(r"(?i)\bBOUND\s*\(\s*[?$]_\w+\s*\)", line):
            yield Fault(
                number, f'grlc puts a value into {found[0]}, where none can stand; ask COALESCE(STR(…), "") = ""'
            )


def _for_others(text: str) -> Iterator[Fault]:
    """What a server without our ways would refuse, and what no server of ours answers."""
    plain = blanked(text)
    declared = {name.lower() for name in _DECLARED.findall(plain)}
    for number, line in enumerate(plain.splitlines(), 1):
        names = (match[1] or "" for match in _PREFIXED.finditer(re.sub(r"(?i)PREFIX\s+[\w-]*:", "", line)))
        for name in dict.fromkeys(names):
            if name.lower() not in declared:
                yield Fault(number, f"prefix {name}: is not declared")
        for word in _FORBIDDEN.findall(line):
            yield Fault(number, f"{word.upper()} leaves the graph; a question is answered from its store alone")

"""How well questions are read, measured on a file of questions with the readings that are right.

Each entry has `text`, `lang`, `question` (a name, a list of names, or `none`), `params` (one mapping, or one for each
name) and, where the text counts from a day, `on`. A list as a value: each of them is right.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from relgraph.errors import DataError, RelgraphError
from relgraph.queries.catalogue import catalogue
from relgraph.queries.question import Parameter, ParameterType
from relgraph.queries.resolving import resolve
from relgraph.resources import read_yaml
from relgraph.store.protocol import Store
from relgraph.store.terms import Literal, Table, Term
from relgraph.understanding.filling import LANGUAGE
from relgraph.understanding.reading import Reader, Readings

NONE = "none"
_FIRST = 3
_RESOLVED = (ParameterType.ENTITY, ParameterType.TOPIC, ParameterType.STATUS, ParameterType.RELATION_TYPE)


@dataclass(frozen=True)
class Asked:
    """A question as it was asked, and what came of it.

    `named` says whether the right question was read, `filled` whether the right parameters were, `right` whether both
    were, `offered` whether both are among the first three readings, `wrong` whether the answer is one to a wrong
    question.
    """

    text: str
    expected: tuple[tuple[str, Mapping[str, Any]], ...]
    got: tuple[tuple[str, Mapping[str, str]], ...]
    named: bool
    filled: bool
    right: bool
    offered: bool
    wrong: bool


def measure(path: Path, store: Store) -> list[Asked]:
    """Every entry of a file whose question is in the catalogue, read.

    Raises:
        DataError: the file is no list of such entries.
    """
    entries = read_yaml(path)
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise DataError(path, "expected a list of questions with text, question and params")
    reader = Reader(store)
    asked = []
    for number, entry in enumerate(entries, 1):
        try:
            expected = tuple(_expected(entry))
            readings = reader.read(str(entry["text"]), str(entry["on"]) if "on" in entry else None)
        except KeyError as error:
            raise DataError(path, f"entry {number}: {error.args[0]} is missing") from error
        if any(name == NONE or name in catalogue() for name, _ in expected):
            asked.append(_judge(str(entry["text"]), expected, readings, store))
    return asked


def figures(asked: Sequence[Asked]) -> dict[str, float]:
    """Shares of what was read right; `wrong` is the share of answers to a wrong question."""
    counted = len(asked) or 1
    names = ("named", "filled", "right", "offered", "wrong")
    return {name: round(sum(getattr(one, name) for one in asked) / counted, 4) for name in names}


def figure_table(asked: Sequence[Asked]) -> Table:
    """The figures as a table of one row."""
    told = {"questions": str(len(asked)), **{name: f"{share:.1%}" for name, share in figures(asked).items()}}
    return Table(tuple(told), [tuple(map(Literal, told.values()))])


def error_table(asked: Sequence[Asked]) -> Table:
    """Every question that is not read right, with what is right and what was read."""
    rows: list[tuple[Term | None, ...]] = [
        (
            Literal(one.text),
            Literal(" | ".join(_call(name, params) for name, params in one.expected)),
            Literal(" | ".join(_call(name, params) for name, params in one.got) or NONE),
        )
        for one in asked
        if not one.right
    ]
    return Table(("text", "right", "read"), rows)


def _call(name: str, params: Mapping[str, Any]) -> str:
    return " ".join([name, *(f"{key}={value}" for key, value in params.items())])


def _expected(entry: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    names = entry["question"] if isinstance(entry["question"], list) else [entry["question"]]
    params = entry["params"] if isinstance(entry["params"], list) else [entry["params"]] * len(names)
    yield from ((str(name), given or {}) for name, given in zip(names, params, strict=True))


def _judge(text: str, expected: tuple[tuple[str, Mapping[str, Any]], ...], readings: Readings, store: Store) -> Asked:
    got = tuple((reading.question.name, reading.params) for reading in readings.readings)
    if any(name == NONE for name, _ in expected):
        refused = not got
        return Asked(text, expected, got, refused, refused, refused, refused, not refused)
    verdicts = [_fits(name, params, expected, store) for name, params in got]
    named, filled = verdicts[0] if verdicts else (False, False)
    return Asked(
        text,
        expected,
        got,
        named,
        filled,
        named and filled,
        any(one and other for one, other in verdicts[:_FIRST]),
        bool(got) and not named,
    )


def _fits(
    name: str, params: Mapping[str, str], expected: tuple[tuple[str, Mapping[str, Any]], ...], store: Store
) -> tuple[bool, bool]:
    named = any(name == right for right, _ in expected)
    filled = any(_same(name, params, wanted, store) for right, wanted in expected if right == name or not named)
    return named, filled


def _same(name: str, params: Mapping[str, str], wanted: Mapping[str, Any], store: Store) -> bool:
    question = catalogue()[name]
    for one in (wanted, _turned(wanted)):
        keys = {key for key in (*params, *one) if key != LANGUAGE}
        if all(_equal(question.parameter(key), params.get(key), one.get(key), store) for key in keys):
            return True
    return False


def _turned(wanted: Mapping[str, Any]) -> Mapping[str, Any]:
    """The same with `actor` and `other` exchanged."""
    names = {"actor": "other", "other": "actor"}
    return {names.get(key, key): value for key, value in wanted.items()} if "other" in wanted else wanted


def _equal(parameter: Parameter | None, value: str | None, wanted: Any, store: Store) -> bool:
    if parameter is None:
        return False
    given = parameter.default if value is None else value
    rights = wanted if isinstance(wanted, list) else [parameter.default if wanted is None else wanted]
    if None in (given, *rights):
        return given in rights
    return any(_value(parameter, str(given), store) == _value(parameter, str(right), store) for right in rights)


def _value(parameter: Parameter, value: str, store: Store) -> str:
    """A value so that spellings of one come together."""
    if parameter.type in _RESOLVED:
        try:
            return str(resolve(value, parameter.type, store))
        except RelgraphError:
            return value
    if parameter.type is ParameterType.DATE:
        missing = ("-12-31", "-31") if parameter.name == "until" else ("-01-01", "-01")
        return value + "".join(missing[value.count("-") :][:1])
    return f"{float(value):g}" if value.replace(".", "", 1).isdecimal() else value.casefold()

"""The file of decisions: reading it whole and strictly, and adding to it without touching what stands there."""

import re
from collections.abc import Sequence
from pathlib import Path

from pydantic import ValidationError

from relgraph.errors import DataError, UnknownName
from relgraph.files import write_whole
from relgraph.names.topics import topic_index
from relgraph.resources import folder, parse_yaml, to_yaml
from relgraph.review.decisions import DECISIONS, Correct, Decision, as_plain

_HEAD = "# Decisions of people about relations and entities, newest last; data/FORMAT.md tells the keys.\n"


def decisions_path() -> Path:
    """The decisions that come with relgraph."""
    return folder("data") / "decisions.yml"


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """Every decision of a file, in its order.

    Raises:
        DataError: the file is missing or no YAML, or a decision is not what the format says; the message says which.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(path, f"cannot be read: {getattr(error, 'strerror', None) or error}") from error
    return _parsed(text, path)


def append_decisions(path: Path, decisions: Sequence[Decision]) -> None:
    """Add decisions at the end of a file, all or none; the file is made where there is none.

    What stands in it stays as it is, comments and layout included.

    Raises:
        DataError: the file is not what the format says.
        OSError: it cannot be written; it is then as it was.
    """
    text = path.read_text(encoding="utf-8") if path.exists() else _HEAD
    before = _parsed(text, path)
    if not before:  # an empty list written as one would end before what is added
        text = re.sub(r"^(\[\s*\]|---|null|~)\s*$", "", text, flags=re.MULTILINE)
    blocks = [to_yaml([as_plain(decision)]) for decision in decisions]
    text = "\n".join([text.rstrip("\n"), *(block.rstrip("\n") for block in blocks)]).lstrip("\n") + "\n"
    if _parsed(text, path) != (*before, *decisions):
        raise DataError(path, "cannot be added to: each decision must begin with `- ` at the margin")
    write_whole(path, text.encode())


def _parsed(text: str, path: Path) -> tuple[Decision, ...]:
    content = parse_yaml(text, path)
    if content is None:
        return ()
    if not isinstance(content, list):
        raise DataError(path, "not a list of decisions")
    return tuple(_decision(entry, path, number) for number, entry in enumerate(content, 1))


def _decision(entry: object, path: Path, number: int) -> Decision:
    where = f"decision {number}"
    if not isinstance(entry, dict):
        raise DataError(path, f"{where}: not a mapping of keys to values")
    kind = entry.get("decision")
    if not isinstance(kind, str) or kind not in DECISIONS:
        raise DataError(path, f"{where}: {kind!r} is no decision; there are {', '.join(DECISIONS)}")
    try:
        decision = DECISIONS[kind].model_validate(entry)
    except ValidationError as error:
        raise DataError(path, f"{where} ({kind}): {_first(error)}") from error
    try:
        _know_topics(decision)
    except UnknownName as error:
        raise DataError(path, f"{where} ({kind}): {error}") from error
    return decision


def _first(error: ValidationError) -> str:
    """The first complaint in one line, with the key that it is about."""
    first = error.errors(include_url=False)[0]
    place = ".".join(str(part) for part in first["loc"])
    message = str(first["msg"]).removeprefix("Value error, ")
    given = "" if isinstance(first["input"], dict) or first["type"] == "value_error" else f", not {first['input']!r}"
    return f"{place}: {message}{given}" if place else f"{message}{given}"


def _know_topics(decision: Decision) -> None:
    topics = list(decision.relation.topics) if hasattr(decision, "relation") else []
    if isinstance(decision, Correct):
        topics += decision.to.topics or ()
    for topic in topics:
        if topic_index().resolve(topic) != topic:
            raise UnknownName(topic, "topic", [topic_index().resolve(topic)])

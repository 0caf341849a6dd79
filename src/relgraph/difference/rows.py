"""A difference for programs: one flat record for each change, as JSON, JSON Lines or CSV."""

import csv
import io
import json
from collections.abc import Iterator

from relgraph.difference.changes import (
    EntityChange,
    FieldChange,
    Item,
    PartnerChange,
    RelationChange,
    ReleaseChange,
    TieChange,
)
from relgraph.difference.pairing import Change
from relgraph.difference.reading import KINDS, Difference
from relgraph.difference.words import Label
from relgraph.vocabulary import ONTOLOGY, TOPIC

COLUMNS = (
    "kind", "change", "id", "release", "release_date", "release_title", "url", "type", "subject", "subject_label",
    "object", "object_label", "topics", "status", "confidence", "basis", "changes", "sentence", "releases",
)  # fmt: skip
"""Keys of a record, in this order; one that says nothing of a kind of change is absent, in CSV empty."""

Record = dict[str, object]


def records(difference: Difference) -> Iterator[Record]:
    """Each change as a record; a release that came, went or changed itself has one of its own before its relations'."""
    label = difference.shared.label
    for item in difference.items():
        yield from map(_told, _of(item, label))


def release_records(item: ReleaseChange, label: Label) -> Iterator[Record]:
    """A release's record, if it changed itself, and those of its relations."""
    yield from map(_told, _release(item, label))


def _told(record: Record) -> Record:
    return {name: record[name] for name in COLUMNS if record.get(name) not in (None, "", [])}


def as_jsonl(difference: Difference) -> Iterator[str]:
    """One line for each change."""
    for record in records(difference):
        yield json.dumps(record, ensure_ascii=False) + "\n"


def as_json(difference: Difference) -> Iterator[str]:
    """All changes, and then the counts, which are known when all is read."""
    yield '{"changes": ['
    for number, record in enumerate(records(difference)):
        yield ("," if number else "") + "\n " + json.dumps(record, ensure_ascii=False)
    counts = {kind: {change.value: difference.counts[kind, change] for change in Change} for kind in KINDS}
    yield f'\n],\n"equal": {json.dumps(difference.equal)},\n"counts": {json.dumps(counts)}}}\n'


def as_csv(difference: Difference) -> Iterator[str]:
    """A heading and one line for each change."""
    yield _csv_line(COLUMNS)
    for record in records(difference):
        yield _csv_line([_cell(record.get(name)) for name in COLUMNS])


def _of(item: Item, label: Label) -> Iterator[Record]:
    match item:
        case ReleaseChange():
            yield from _release(item, label)
        case EntityChange():
            held: Record = {"subject": item.id, "subject_label": label(item.id, "de")}
            yield {"kind": "entity", "change": item.change, "id": item.id, **held, "changes": _changes(item.fields)}
        case TieChange():
            ends = _ends(item.subject, item.other, label)
            yield {"kind": "tie", "change": item.change, "id": item.id, "type": item.type, **ends,
                   "changes": _changes(item.fields)}  # fmt: skip
        case PartnerChange():
            yield {"kind": "partner", "change": item.change, "type": " ".join(item.types), **_ends(*item.ends, label),
                   "releases": list(item.releases)}  # fmt: skip


def _release(item: ReleaseChange, label: Label) -> Iterator[Record]:
    state = item.state
    told: Record = {
        "release": state.value("identifier"),
        "release_date": state.value("issued"),
        "release_title": state.value("title"),
        "url": state.value("source"),
    }
    if item.change != Change.CHANGED or item.fields or item.moved:
        yield {"kind": "release", "change": item.change, "id": state.iri, **told, "changes": _changes(item.fields)}
    for relation in item.relations:
        yield {"kind": "relation", "change": relation.change, **told, **_relation(relation, label)}


def _relation(item: RelationChange, label: Label) -> Record:
    state = item.state
    one = {name: " ".join(map(_local, state.fields.get(name, ()))) for name in ("status", "confidence", "basis")}
    topics = [_local(topic) for topic in state.fields.get("topic", ())]
    ends = _ends(state.subject, state.object, label)
    return {"id": state.id, "type": state.type.value, **ends, "topics": topics, **one,
            "changes": _changes(item.fields), "sentence": state.sentence}  # fmt: skip


def _ends(subject: str, other: str | None, label: Label) -> Record:
    return {
        "subject": subject,
        "subject_label": label(subject, "de"),
        "object": other,
        "object_label": label(other, "de") if other else None,
    }


def _changes(fields: tuple[FieldChange, ...]) -> list[Record]:
    return [{"field": one.name, "old": _plain(one.old), "new": _plain(one.new)} for one in fields]


def _plain(values: tuple[str, ...]) -> list[str]:
    return [_local(value) for value in values]


def _local(value: str) -> str:
    """Terms and topics by their local names, everything else as it is."""
    return value.removeprefix(ONTOLOGY).removeprefix(TOPIC)


def _cell(value: object) -> str:
    if isinstance(value, list):
        parts = [value if isinstance(value, str) else _change_cell(value) for value in value]
        return ("; " if any(isinstance(one, dict) for one in value) else " ").join(parts)
    return "" if value is None else str(value)


def _change_cell(change: Record) -> str:
    old, new = (" ".join(map(str, held)) if isinstance(held := change[name], list) else "" for name in ("old", "new"))
    return f"{change['field']}: {old} → {new}"


def _csv_line(cells: "tuple[str, ...] | list[str]") -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(cells)
    return out.getvalue()

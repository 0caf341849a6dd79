"""What is kept of a release's share beside its text, in rows: so that what several releases share is made anew of few.

A row has a number that is made of what it says, so that nobody has to look up which number it has.
"""

import json
import zlib
from collections import Counter
from functools import lru_cache
from hashlib import sha256
from typing import Any, NamedTuple

from relgraph import iris
from relgraph.errors import DataError
from relgraph.graph.entities import version
from relgraph.graph.ties import Kind, parts
from relgraph.model import Extraction
from relgraph.resources import package_digest

Description = tuple[int, str, str]
"""Number, entity, and what is said of it, as JSON."""
TieRow = tuple[int, str, str, str, int, str, str | None]
"""Number, and the fields of a `Kind`."""
PartRow = tuple[int, str, str, str, str, str | None, str, str | None, bool, str | None]
"""Number of the tie, and of a `Part` relation, sentence, topics joined by a blank, basis, and all from `stated` on."""


class Share(NamedTuple):
    """What one release has brought, as it is kept: packed, with its rows; made wherever the release was read."""

    digest: str
    release: str
    date: str | None
    publisher: str | None
    language: str
    region: str | None
    counts: str
    content: bytes
    descriptions: list[Description]
    ties: list[TieRow]
    parts: list[PartRow]


@lru_cache(maxsize=1)
def rows_digest() -> str:
    """Digest of the code that makes rows out of what was read."""
    return package_digest(
        "shares/rows.py", "graph/ties.py", "graph/entities.py", "iris.py", "model.py", "vocabulary.py"
    )


def share_of(extraction: Extraction) -> Share:
    """The share of a release.

    Raises:
        DataError: two of its relations have one IRI, or one has none of this release's.
    """
    _refuse_strangers(extraction)
    content, release = extraction.to_json().encode(), extraction.release
    return Share(
        sha256(content).hexdigest(), release.id, release.date, release.publisher, release.language, release.region,
        json.dumps(_counts(extraction)), zlib.compress(content, 3), *_rows(extraction),
    )  # fmt: skip


def _rows(extraction: Extraction) -> tuple[list[Description], list[TieRow], list[PartRow]]:
    descriptions: dict[int, Description] = {}
    for entity in extraction.entities:
        content = version(entity).model_dump_json(by_alias=True)
        descriptions[number_of(content)] = (number_of(content), entity.id, content)
    ties: dict[int, TieRow] = {}
    told: list[PartRow] = []
    for part in parts(extraction):
        number = tie_number(part.kind)
        ties[number] = (number, *_fields(part.kind))
        topics = " ".join(part.topics)
        told.append((
            number, part.relation, part.sentence, topics, part.basis.value, part.stated, part.text, part.document,
            part.turned, part.due,
        ))  # fmt: skip
    return [*descriptions.values()], [*ties.values()], told


def _counts(extraction: Extraction) -> dict[str, Any]:
    return {
        "title": extraction.release.title,
        "entities": len(extraction.entities),
        "types": Counter(relation.type.value for relation in extraction.relations),
        "bases": Counter(relation.basis.value for relation in extraction.relations),
        "sentences": len({(one.evidence.start, one.evidence.end) for one in extraction.relations}),
    }


def tie_number(kind: Kind) -> int:
    """The number of a tie."""
    return number_of("\x1f".join(map(str, _fields(kind))))


def _fields(kind: Kind) -> tuple[str, str, str, int, str, str | None]:
    return kind.type.value, kind.subject, kind.other, int(kind.to_topic), kind.status.value, kind.role


def number_of(content: str) -> int:
    """The number of what says this."""
    return int.from_bytes(sha256(content.encode()).digest()[:7])


def _refuse_strangers(extraction: Extraction) -> None:
    """Two relations under one IRI would flow into one node and could never be told apart again."""
    own, met = iris.relations(extraction.release.id), set[str]()
    for relation in extraction.relations:
        if relation.id in met:
            raise DataError(relation.id, "stands for 2 relations")
        if not relation.id.startswith(own):
            raise DataError(relation.id, f"is no relation of the release {extraction.release.id}")
        met.add(relation.id)

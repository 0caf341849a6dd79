"""What a model is asked: the sentences of a release as quoted data, a passage at a time.

Owns the request; the words of its system message stand in `data/second-reader.yml`. Equal text, model and words make
equal bytes, which is what answers are stored by.
"""

import json
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from pydantic import BaseModel, ConfigDict

from relgraph import resources
from relgraph.extraction.lexicon import parse
from relgraph.extraction.second.answers import schema
from relgraph.extraction.second.sights import Sight, Sights
from relgraph.vocabulary import EntityType, RelationType

PASSAGE = 6_000
"""Characters of one request at most, but for a single sentence that is longer."""
LONGEST = 60_000
"""Characters of a release beyond which no model is asked about it."""
_TOKENS = 4_096
_SEED = 1


class Words(BaseModel):
    """The file `data/second-reader.yml`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    instructions: str
    relations: dict[RelationType, str]


@lru_cache
def words() -> Words:
    """What a model is told, read once.

    Raises:
        DataError: the file is not what its first lines say.
    """
    path = resources.folder("data") / "second-reader.yml"
    return parse(path, resources.read_yaml(path), Words)


def system_message() -> str:
    """Instructions, and the types of relations; nothing in it comes from a release."""
    return words().instructions + "".join(f"  - {kind.value}: {what}\n" for kind, what in words().relations.items())


def questions(model: str, sights: Sights) -> Iterator[bytes]:
    """A request for each passage of a release in which somebody is named."""
    for passage in passages(sights.all):
        if any(sight.places for sight in passage):
            yield _question(model, sights, passage)


def passages(sights: Sequence[Sight], most: int = PASSAGE) -> Iterator[list[Sight]]:
    """Sentences in order, as many together as fit."""
    passage: list[Sight] = []
    size = 0
    for sight in sights:
        if passage and size + len(sight.sentence.text) > most:
            yield passage
            passage, size = [], 0
        passage.append(sight)
        size += len(sight.sentence.text)
    if passage:
        yield passage


def _question(model: str, sights: Sights, passage: Sequence[Sight]) -> bytes:
    entities = sights.draft.entities
    ids = dict.fromkeys(place.id for sight in passage for place in sight.places)
    names = list(dict.fromkeys(entities[id_].name for id_ in ids))
    documents = list(dict.fromkeys(entities[id_].name for id_ in ids if entities[id_].type == EntityType.DOCUMENT))
    topics = list(dict.fromkeys(place.id for sight in passage for place in sight.topics))
    request = {
        "model": model,
        "messages": [
            {"role": "system", "content": system_message()},
            {"role": "user", "content": json.dumps(_quoted(sights, passage), ensure_ascii=False)},
        ],
        "temperature": 0,
        "seed": _SEED,
        "max_tokens": _TOKENS,
        "response_format": {
            "type": "json_schema",
            "json_schema": {"name": "relations", "strict": True, "schema": schema(names, documents, topics)},
        },
    }
    return json.dumps(request, ensure_ascii=False, separators=(",", ":")).encode()


def _quoted(sights: Sights, passage: Sequence[Sight]) -> dict[str, Any]:
    release, entities = sights.draft.release, sights.draft.entities
    return {
        "date": release.date,
        "region": release.region,
        "sentences": [
            {
                "text": sight.sentence.text,
                "names": {
                    entities[id_].name: entities[id_].type.value
                    for id_ in dict.fromkeys(place.id for place in sight.places)
                },
                "topics": list(dict.fromkeys(place.id for place in sight.topics)),
            }
            for sight in passage
        ],
    }

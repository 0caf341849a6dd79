"""Annotations and extractions written short: what the tests of evaluation set side by side."""

import pytest

from relgraph.evaluation.gold import Gold, GoldEntity, GoldRelation
from relgraph.model import Entity, Evidence, Extraction, Mention, Relation, Release


def _annotated(release_id, text, entities, relations):
    """An annotation; entities as (type, name, mention, …), relations as (type, subject, object, {more})."""
    return Gold(
        id=release_id,
        sha256="0",
        entities=[GoldEntity(type=kind, name=name, mentions=mentions) for kind, name, *mentions in entities],
        relations=[
            GoldRelation(type=kind, subject=subject, object=obj, evidence=text, **more)
            for kind, subject, obj, more in relations
        ],
    )


def _extracted(release_id, text, entities, relations, *, region=None):
    """An extraction written like an annotation; `rule` and `confidence` may stand among a relation's more."""
    ids = {name: f"x:{kind}/{name}" for kind, name, *_ in entities}
    return Extraction(
        release=Release(id=release_id, title="T", text=text, region=region),
        entities=[
            Entity(id=ids[name], type=kind, name=name, mentions=[_mention(text, one) for one in mentions])
            for kind, name, *mentions in entities
        ],
        relations=[
            Relation(
                id=f"r:{number}",
                type=kind,
                subject=ids[subject],
                object=obj and ids[obj],
                evidence=Evidence(text=text, start=0, end=len(text)),
                **{"rule": f"{kind}/a"} | more,
            )
            for number, (kind, subject, obj, more) in enumerate(relations)
        ],
    )


def _mention(text, words):
    start = text.index(words)
    return Mention(text=words, start=start, end=start + len(words))


@pytest.fixture
def annotated():
    """Make an annotation: `annotated(id, text, entities, relations)`."""
    return _annotated


@pytest.fixture
def extracted():
    """Make an extraction: `extracted(id, text, entities, relations)`."""
    return _extracted

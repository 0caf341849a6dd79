"""A release about a visit and a partnership, as it would be read, and an annotation of it."""

from hashlib import sha256

import pytest

from relgraph import iris
from relgraph.evaluation.gold import Gold
from relgraph.extraction.pipeline import extract
from relgraph.graph.ontology import ontology_nquads
from relgraph.graph.quads import nquads
from relgraph.model import Entity, Evidence, Extraction, Mention, Relation, Release
from relgraph.review.material import Material
from relgraph.review.queue import Choice, Queue
from relgraph.store.embedded import memory_store
from relgraph.vocabulary import EntityType

TEXT = """Gouverneur Hajime Furuta besuchte am 11. November 2014 Baden-Württemberg.

Baden-Württemberg und die Präfektur Kanagawa verbindet seit 1989 eine Partnerschaft. Minister Peter Friedrich sprach \
mit Hajime Furuta.

Japan ist bei der Robotik führend. Die Firma Novatron AG lieferte Roboter."""
VISIT = "Gouverneur Hajime Furuta besuchte am 11. November 2014 Baden-Württemberg."
PARTNERS = "Baden-Württemberg und die Präfektur Kanagawa verbindet seit 1989 eine Partnerschaft."
TALK = "Minister Peter Friedrich sprach mit Hajime Furuta."
STRONG = "Japan ist bei der Robotik führend."
RELEASE = Release(id="bw-2014-11-11-kanagawa", title="Besuch", date="2014-11-12", region="Baden-Württemberg", text=TEXT)


def _annotation(**changes):
    said = {
        "id": RELEASE.id,
        "sha256": sha256(TEXT.encode()).hexdigest(),
        "entities": [
            {"name": "Hajime Furuta", "type": "Person", "mentions": ["Hajime Furuta"]},
            {"name": "Baden-Württemberg", "type": "Region", "mentions": ["Baden-Württemberg"]},
            {"name": "Präfektur Kanagawa", "type": "Region", "mentions": ["Präfektur Kanagawa"], "partOf": "Japan"},
            {"name": "Japan", "type": "Country", "mentions": ["Japan"]},
            {"name": "Novatron", "type": "Company", "mentions": ["Novatron AG"]},
        ],
        "relations": [
            {"type": "visit", "subject": "Hajime Furuta", "object": "Baden-Württemberg", "date": "2014-11-11",
             "status": "concluded", "evidence": VISIT},
            {"type": "partnership", "subject": "Baden-Württemberg", "object": "Präfektur Kanagawa", "from_": "1989",
             "evidence": PARTNERS},
            {"type": "trade", "subject": "Novatron", "object": "Japan", "evidence": "Die Firma Novatron AG lieferte"
             " Roboter."},
        ],
    }  # fmt: skip
    return Gold.model_validate(said | changes)


@pytest.fixture(scope="session")
def read():
    """What the machine reads out of the release."""
    return extract(RELEASE)


@pytest.fixture(scope="session")
def release():
    return RELEASE


@pytest.fixture(scope="session")
def annotation():
    """The annotation with changes, as a function."""
    return _annotation


@pytest.fixture(scope="session")
def sentences():
    """Sentences of the release by what they state."""
    return {"visit": VISIT, "partnership": PARTNERS, "meeting": TALK, "strength": STRONG}


LAND, JAPAN = iris.entity(EntityType.REGION, "DE-BW"), iris.entity(EntityType.COUNTRY, "JP")
_ENTITIES = [
    Entity(id=LAND, type=EntityType.REGION, name="Baden-Württemberg", code="DE-BW"),
    Entity(id=JAPAN, type=EntityType.COUNTRY, name="Japan", code="JP"),
    *(
        Entity(id=iris.entity(kind, name), type=kind, name=name)
        for kind, name in (
            (EntityType.PERSON, "Hans Müller"),
            (EntityType.PERSON, "H. Müller"),
            (EntityType.RESEARCH_INSTITUTION, "Heidelberg University"),
            (EntityType.COMPANY, "Novatron"),
            (EntityType.COMPANY, "Novatron AG"),
            (EntityType.EVENT, "Novatron"),
        )
    ),
    *(
        Entity(
            id=iris.local_entity(EntityType.DOCUMENT, name, "Memorandum"), type=EntityType.DOCUMENT, name="Memorandum"
        )
        for name in ("r1", "r2")
    ),
]
_STATED = {
    "r1": [
        ("Hans Müller besuchte Japan.", "visit", "Hans Müller", JAPAN, 0.45,
         {"status": "concluded", "date": "2020-05"}),
        ("Das Land arbeitet mit Novatron zusammen.", "cooperation", LAND, "Novatron", 0.52, {"topics": ("robotics",)}),
        ("Die Heidelberg University ist Partner von Japan.", "partnership", "Heidelberg University", JAPAN, 0.9, {}),
    ],
    "r2": [
        ("H. Müller sprach mit der Novatron AG.", "meeting", "H. Müller", "Novatron AG", 0.58, {}),
        ("Japan führt bei Robotik.", "strength", JAPAN, None, 0.42, {"topics": ("robotics", "semiconductors")}),
        ("Das Land besucht Japan.", "visit", LAND, JAPAN, 1.0,
         {"basis": "reviewed", "reviewer": "Eva", "reviewed_on": "2026-01-01"}),
    ],
}  # fmt: skip


def _extraction(name, stated):
    text = " ".join(one[0] for one in stated)
    named = {entity.name: entity.id for entity in reversed(_ENTITIES)}
    relations = []
    for sentence, kind, subject, other, confidence, more in stated:
        start = text.index(sentence)
        evidence = Evidence(text=sentence, start=start, end=start + len(sentence))
        ends = (named.get(subject, subject), other and named.get(other, other))
        iri = iris.relation(name, kind, *ends)
        values = {"type": kind, "subject": ends[0], "object": ends[1], "confidence": confidence} | more
        relations.append(Relation(id=iri, rule=f"{kind}/test", evidence=evidence, **values))
    release = Release(id=name, title=f"Meldung {name}", date="2024-05-01", publisher="Staatsministerium", text=text,
                      region="Baden-Württemberg", url=f"https://example.org/{name}")  # fmt: skip
    entities = []
    for entity in _ENTITIES:
        place = text.find(entity.name)
        mention = Mention(text=entity.name, start=place, end=place + len(entity.name)) if place >= 0 else None
        entities.append(entity.model_copy(update={"mentions": (mention,) if mention else ()}))
    return Extraction(release=release, entities=tuple(entities), relations=tuple(relations))


@pytest.fixture(scope="session")
def store():
    """Two releases as values: unsure relations, a name that no authority knows, persons and firms of like names."""
    lines = nquads([_extraction(name, stated) for name, stated in _STATED.items()])
    with memory_store([*ontology_nquads(), *lines]) as opened:
        yield opened


@pytest.fixture(scope="session")
def material(store):
    return Material(store)


@pytest.fixture
def queued(material):
    """The queue of the two releases as a list, by a choice of what is asked."""

    def queue(decided=frozenset(), **choice):
        return list(Queue(material, Choice(**choice)).items(decided))

    return queue

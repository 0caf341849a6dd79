"""Four releases as values, in a real store: two countries, a prefecture, people in office, text that means harm."""

import pytest

from relgraph import iris
from relgraph.graph.ontology import ontology_nquads
from relgraph.graph.quads import nquads
from relgraph.model import Entity, Evidence, Extraction, Mention, Relation, Release
from relgraph.store.embedded import memory_store
from relgraph.vocabulary import EntityType as T

HOSTILE = "</script><img src=x onerror=alert(1)>"
JAPAN, CHINA, KANAGAWA = (iris.entity(*key) for key in ((T.COUNTRY, "JP"), (T.COUNTRY, "CN"), (T.REGION, "JP-14")))
LAND, HESSE = iris.entity(T.REGION, "DE-BW"), iris.entity(T.REGION, "DE-HE")
HOST, GUEST = iris.entity(T.PERSON, "Kuroiwa"), iris.entity(T.PERSON, "Kretschmann")
ENTITIES = [
    Entity(id=JAPAN, type=T.COUNTRY, name="Japan", name_en="Japan", code="JP"),
    Entity(id=CHINA, type=T.COUNTRY, name="China", name_en="China", code="CN"),
    Entity(id=KANAGAWA, type=T.REGION, name="Kanagawa", code="JP-14", part_of=JAPAN),
    Entity(id=LAND, type=T.REGION, name="Baden-Württemberg", code="DE-BW"),
    Entity(id=HESSE, type=T.REGION, name="Hessen", name_en="Hesse", code="DE-HE"),
    Entity(id=HOST, type=T.PERSON, name="Kuroiwa"),
    Entity(id=GUEST, type=T.PERSON, name="Kretschmann"),
]
# Release, date, region, and what each sentence says: type, subject, object, topics, and more
RELEASES = [
    ("bw-1", "2019-05-04", "Baden-Württemberg", {
        "Kuroiwa ist Gouverneur von Kanagawa.": [("affiliation", HOST, KANAGAWA, ())],
        "Kretschmann traf Kuroiwa.": [("meeting", GUEST, HOST, ())],
        "Das Land arbeitet mit Japan zusammen.": [("cooperation", LAND, JAPAN, ("robotics", "hydrogen"))],
    }),
    ("bw-2", "2021-03-01", "Baden-Württemberg", {
        f"China exportiert {HOSTILE} in das Land.": [("trade", CHINA, LAND, ("trade",))],
        "Kanagawa gehört zu den Regionen, die mit Japan werben.": [("cooperation", KANAGAWA, JAPAN, ())],
        "Japan liegt bei Robotik vorne.": [("strength", JAPAN, None, ("robotics",))],
    }),
    ("he-1", "2022", "Hessen", {
        "Hessen und China arbeiten bei Robotik zusammen.": [("cooperation", HESSE, CHINA, ("robotics",))],
        "Japan besucht Baden-Württemberg.": [("visit", JAPAN, LAND, ())],
    }),
    ("he-2", None, "Hessen", {
        "Hessen und China haben eine Partnerschaft.": [
            ("partnership", HESSE, CHINA, ()), ("cooperation", HESSE, CHINA, ()),
        ],
    }),
]  # fmt: skip


def mentioned(entity, text):
    start = text.index(entity.name)
    mention = Mention(text=entity.name, start=start, end=start + len(entity.name))
    return entity.model_copy(update={"mentions": (mention,)})


def extraction(name, date, region, stated):
    text = " ".join(stated)
    release = Release(id=name, title=f"Meldung {name} {HOSTILE}", date=date, publisher="Staatskanzlei", region=region,
                      url=f"https://example.org/{name}", text=text)  # fmt: skip
    relations = []
    for sentence, told in stated.items():
        start = text.index(sentence)
        evidence = Evidence(text=sentence, start=start, end=start + len(sentence))
        for kind, subject, obj, topics in told:
            basis = {"basis": "curated"} if kind == "strength" else {}
            relations.append(
                Relation(id=iris.relation(name, kind, subject, obj), type=kind, subject=subject, object=obj,
                         topics=topics, rule=f"{kind}/test", confidence=0.8, evidence=evidence, **basis)
            )  # fmt: skip
    named = tuple(mentioned(one, text) if one.name in text else one for one in ENTITIES)
    return Extraction(release=release, entities=named, relations=tuple(relations))


@pytest.fixture(scope="session")
def extractions():
    return [extraction(*told) for told in RELEASES]


@pytest.fixture(scope="session")
def store(extractions):
    with memory_store([*nquads(extractions), *ontology_nquads()]) as opened:
        yield opened

"""Three small releases as values, in a real store: the same tie twice in both orders, strengths, a document."""

import pytest

from relgraph import iris
from relgraph.graph.ontology import ontology_nquads
from relgraph.graph.quads import nquads
from relgraph.model import Entity, Evidence, Extraction, Mention, Relation, Release
from relgraph.network.projection import project
from relgraph.store.embedded import memory_store
from relgraph.vocabulary import EntityType as T

JAPAN = iris.entity(T.COUNTRY, "JP")
LAND = iris.entity(T.REGION, "DE-BW")
KANAGAWA = iris.entity(T.REGION, "JP-14")
PAPER = iris.local_entity(T.DOCUMENT, "r2", "Memorandum")
PERSON, GUEST = iris.entity(T.PERSON, "Anna Muster"), iris.entity(T.PERSON, "Ken Sato")
BODY, CLUB = iris.entity(T.GOVERNMENT_BODY, "Ministerium"), iris.entity(T.CIVIL_SOCIETY_ORGANISATION, "Verein")
ALONE, FAR = iris.entity(T.CITY, "Stuttgart"), iris.entity(T.CITY, "Nanjing")
HOSTILE = "</script><img src=x onerror=alert(1)>"
STUTTGART = iris.entity(T.CITY, "Stuttgart")
ROBOTICS = iris.topic("robotics")
HYDROGEN = iris.topic("hydrogen")

ENTITIES = {
    JAPAN: Entity(id=JAPAN, type=T.COUNTRY, name="Japan", name_en="Japan", code="JP"),
    LAND: Entity(id=LAND, type=T.REGION, name="Baden-Württemberg", code="DE-BW"),
    KANAGAWA: Entity(id=KANAGAWA, type=T.REGION, name="Kanagawa", code="JP-14", part_of=JAPAN),
    PAPER: Entity(id=PAPER, type=T.DOCUMENT, name="Memorandum"),
    STUTTGART: Entity(id=STUTTGART, type=T.CITY, name="Stuttgart"),
}
RELEASES = {
    "r1": ("2019-05-04", [
        ("Das Land arbeitet mit Japan zusammen.", {"type": "cooperation", "subject": LAND, "object": JAPAN}),
        ("Japan liegt bei Robotik und Wasserstoff vorne.",
         {"type": "strength", "subject": JAPAN, "topics": ("robotics", "hydrogen")}),
    ]),
    "r2": ("2021", [
        ("Mit Kanagawa wurde ein Memorandum unterzeichnet.",
         {"type": "agreement", "subject": KANAGAWA, "object": LAND, "document": PAPER, "status": "concluded",
          "date": "2021-03-01", "amount": "2 Millionen Euro", "topics": ("hydrogen",)}),
        ("Japan will mit dem Land weiter zusammenarbeiten.",
         {"type": "cooperation", "subject": JAPAN, "object": LAND, "status": "planned"}),
    ]),
    "r3": (None, [
        ("Das Land besucht Kanagawa.", {"type": "visit", "subject": LAND, "object": KANAGAWA}),
    ]),
}  # fmt: skip


def extraction(name, date, stated):
    text = " ".join(sentence for sentence, _ in stated)
    relations = []
    for sentence, values in stated:
        start = text.index(sentence)
        evidence = Evidence(text=sentence, start=start, end=start + len(sentence))
        iri = iris.relation(name, values["type"], values["subject"], values.get("object"))
        relations.append(Relation(id=iri, rule=f"{values['type']}/test", evidence=evidence, confidence=0.75, **values))
    release = Release(id=name, title=f"Meldung {name}", date=date, publisher="Staatsministerium",
                      region="Baden-Württemberg", url=f"https://example.org/{name}", text=text)  # fmt: skip
    land = Mention(text="Land", start=text.index("Land"), end=text.index("Land") + 4) if "Land" in text else None
    entities = [
        entity.model_copy(update={"mentions": (land,)}) if land and iri == LAND else entity
        for iri, entity in ENTITIES.items()
    ]
    return Extraction(release=release, entities=tuple(entities), relations=tuple(relations))


@pytest.fixture(scope="session")
def extractions():
    return [extraction(name, date, stated) for name, (date, stated) in RELEASES.items()]


@pytest.fixture(scope="session")
def graph(extractions):
    """The projection of a store that holds the releases and the ontology."""
    with memory_store([*nquads(extractions), *ontology_nquads()]) as store:
        return project(store)


@pytest.fixture(scope="session")
def people_store():
    """A store of a chain: Land - Anna Muster - Ministerium, Anna Muster - Ken Sato - Japan, Land - Verein - Japan."""
    sentences = {
        "Anna Muster ist Ministerin in Baden-Württemberg.": ("affiliation", PERSON, LAND),
        "Anna Muster leitet das Ministerium.": ("affiliation", PERSON, BODY),
        "Anna Muster traf Ken Sato.": ("meeting", PERSON, GUEST),
        "Ken Sato ist Gouverneur in Japan.": ("affiliation", GUEST, JAPAN),
        f"Der Verein arbeitet mit Japan {HOSTILE} zusammen.": ("cooperation", CLUB, JAPAN),
        "Der Verein arbeitet auch mit dem Land zusammen.": ("cooperation", CLUB, LAND),
        "Der Verein und das Land haben eine Partnerschaft.": ("partnership", CLUB, LAND),
    }
    held = list(ENTITIES.values())[:2]
    for iri, kind, name in (
        (PERSON, T.PERSON, "Anna Muster"), (GUEST, T.PERSON, "Ken Sato"), (BODY, T.GOVERNMENT_BODY, "Ministerium"),
        (CLUB, T.CIVIL_SOCIETY_ORGANISATION, f"Verein {HOSTILE}"), (ALONE, T.CITY, "Stuttgart"),
        (FAR, T.CITY, "Nanjing"),
    ):  # fmt: skip
        held.append(Entity(id=iri, type=kind, name=name))
    sentences["Stuttgart und Nanjing sind Partner."] = ("partnership", ALONE, FAR)
    text, relations = " ".join(sentences), []
    for sentence, (kind, subject, obj) in sentences.items():
        start = text.index(sentence)
        relations.append(
            Relation(id=iris.relation("p1", kind, subject, obj), type=kind, subject=subject, object=obj,
                     role="Amt" if kind == "affiliation" else None, rule=f"{kind}/test", confidence=0.5,
                     evidence=Evidence(text=sentence, start=start, end=start + len(sentence)))
        )  # fmt: skip
    release = Release(id="p1", title=f"Meldung {HOSTILE}", date="2020-01-02", publisher="Staatsministerium",
                      region="Baden-Württemberg", url="https://example.org/p1", text=text)  # fmt: skip
    named = [
        one.model_copy(update={"mentions": (Mention(text=one.name, start=at, end=at + len(one.name)),)})
        if (at := text.find(one.name)) >= 0 else one
        for one in held
    ]  # fmt: skip
    extraction_ = Extraction(release=release, entities=tuple(named), relations=tuple(relations))
    with memory_store([*nquads([extraction_]), *ontology_nquads()]) as store:
        yield store

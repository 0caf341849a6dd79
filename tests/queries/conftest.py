"""A small graph with every kind of relation, written by hand, and a store of it."""

import pytest

from relgraph import iris
from relgraph.graph.ontology import ontology_nquads
from relgraph.graph.quads import nquads
from relgraph.model import Entity, Evidence, Extraction, Mention, Relation, Release
from relgraph.store.embedded import memory_store
from relgraph.vocabulary import EntityType, RelationType


def entity(kind, key, name, english=None, part_of=None):
    return Entity(
        id=iris.entity(EntityType(kind), key),
        type=kind,
        name=name,
        name_en=english,
        code=key if kind in ("Country", "Region") else None,
        part_of=part_of,
    )


GERMANY = entity("Country", "DE", "Deutschland", "Germany")
JAPAN = entity("Country", "JP", "Japan", "Japan")
KOREA = entity("Country", "KR", "Südkorea", "South Korea")
LAND = entity("Region", "DE-BW", "Baden-Württemberg", "Baden-Württemberg", GERMANY.id)
KANAGAWA = entity("Region", "JP-14", "Kanagawa", "Kanagawa", JAPAN.id)
KYOTO = entity("ResearchInstitution", "Universität Kyoto", "Universität Kyoto", "Kyoto University", JAPAN.id)
KONSTANZ = entity("ResearchInstitution", "Universität Konstanz", "Universität Konstanz", None, LAND.id)
VOGT = entity("Person", "Karl Vogt", "Karl Vogt")
TANAKA = entity("Person", "Aiko Tanaka", "Aiko Tanaka")
LEAGUE = entity("InternationalOrganisation", "Bund der Regionen", "Bund der Regionen", "League of Regions")
PAPER = entity("Document", "Nordstrategie", "Nordstrategie")
FRAME = entity("Document", "Indienpapier des Bundes", "Indienpapier des Bundes")
FAIR = entity("Event", "Robotik-Gipfel", "Robotik-Gipfel")

# release: date, publisher, then (type, subject, object, sentence, further fields)
TOLD = {
    "bw-2019-11-12-kanagawa": (
        "2019-11-12",
        "Staatsministerium Baden-Württemberg",
        [
            ("partnership", LAND, KANAGAWA, "Seit 1989 sind Baden-Württemberg und Kanagawa Partner.", {"from": "1989"}),
            ("affiliation", TANAKA, KANAGAWA, "Aiko Tanaka ist Gouverneurin von Kanagawa.", {"role": "Gouverneurin"}),
            ("affiliation", VOGT, LAND, "Karl Vogt ist Minister von Baden-Württemberg.", {"role": "Minister"}),
            ("meeting", VOGT, TANAKA, "Karl Vogt sprach mit Aiko Tanaka.",
             {"date": "2019-11-11", "status": "concluded"}),
            ("visit", TANAKA, LAND, "Aiko Tanaka kam nach Baden-Württemberg.",
             {"date": "2019-11-10", "status": "concluded"}),
            ("agreement", LAND, KANAGAWA, "Baden-Württemberg und Kanagawa beschlossen die Nordstrategie.",
             {"document": PAPER.id, "date": "2019-11-12", "status": "concluded", "topics": ("hydrogen",)}),
        ],
    ),
    "bw-2021-03-02-robotik": (
        "2021-03-02",
        "Universität Konstanz",
        [
            ("strength", JAPAN, None, "Japan ist in der Robotik stark.", {"topics": ("robotics",)}),
            ("strength", KOREA, None, "Südkorea führt bei Halbleitern.", {"topics": ("semiconductors",)}),
            ("cooperation", KONSTANZ, KYOTO, "Konstanz forscht mit Kyoto an Robotern.",
             {"topics": ("robotics", "research")}),
            ("interest", LAND, None, "Baden-Württemberg setzt auf Robotik.", {"topics": ("robotics",)}),
            ("trade", LAND, JAPAN, "Baden-Württemberg liefert nach Japan.", {"topics": ("trade",)}),
            ("support", LAND, KONSTANZ, "Baden-Württemberg fördert Konstanz mit 2 Millionen Euro.",
             {"amount": "2 Millionen Euro"}),
            ("representation", LAND, JAPAN, "Baden-Württemberg hat ein Büro in Japan.", {}),
            ("membership", LAND, LEAGUE, "Baden-Württemberg gehört dem Bund der Regionen an.", {}),
            ("participation", VOGT, FAIR, "Karl Vogt kommt zum Robotik-Gipfel.", {"status": "planned"}),
            ("hosting", KONSTANZ, FAIR, "Konstanz richtet den Robotik-Gipfel aus.", {"status": "planned"}),
        ],
    ),
    "bw-2023-06-05-nordstrategie": (
        "2023-06-05",
        "Staatsministerium Baden-Württemberg",
        [
            ("responsibility", LAND, PAPER, "Baden-Württemberg schreibt die Nordstrategie fort.", {}),
            ("framework", FRAME, PAPER, "Das Indienpapier des Bundes rahmt die Nordstrategie.", {}),
            ("concern", VOGT, KOREA, "Karl Vogt warnt vor Südkoreas Zöllen.", {"topics": ("trade",)}),
            ("cooperation", LAND, JAPAN, "Baden-Württemberg will mit Japan beim Wasserstoff arbeiten.",
             {"topics": ("hydrogen",), "status": "planned", "until": "2027"}),
            ("visit", VOGT, JAPAN, "Karl Vogt reist im Herbst nach Japan.", {"status": "planned", "date": "2023-10"}),
        ],
    ),
}  # fmt: skip


def extraction(release_id, date, publisher, told):
    sentences, places, start = [text for *_, text, _ in told], {}, 0
    for text in sentences:
        places[text] = start
        start += len(text) + 1
    release = Release(
        id=release_id, title=release_id.replace("-", " "), date=date, publisher=publisher, region=LAND.name,
        url=f"https://example.org/{release_id}", text=" ".join(sentences),
    )  # fmt: skip
    relations = tuple(
        Relation.model_validate(
            {
                "id": iris.relation(release_id, kind, subject.id, obj.id if obj else None),
                "type": RelationType(kind), "subject": subject.id, "object": obj.id if obj else None,
                "rule": f"{kind}/beispiel", "confidence": 0.9,
                "evidence": Evidence(text=text, start=places[text], end=places[text] + len(text)), **fields,
            }
        )
        for kind, subject, obj, text, fields in told
    )  # fmt: skip
    known = {one.id: one for _, subject, obj, _, _ in told for one in (subject, obj) if one} | {
        one.id: one for one in (GERMANY, JAPAN, LAND, PAPER)
    }
    named = Mention(text=release.text[:4], start=0, end=4)
    entities = tuple(one.model_copy(update={"mentions": (named,)}) for one in known.values())
    return Extraction(release=release, entities=entities, relations=relations)


@pytest.fixture(scope="session")
def fixture_store():
    extractions = [extraction(release_id, *rest) for release_id, rest in TOLD.items()]
    with memory_store([*ontology_nquads(), *nquads(extractions)]) as store:
        yield store

"""A small graph with every kind of relation, written by hand, and a store of it."""

import pytest

from handmade import (
    GERMANY,
    JAPAN,
    KANAGAWA,
    KONSTANZ,
    KOREA,
    KYOTO,
    LAND,
    PAPER,
    TANAKA,
    VOGT,
    entity,
    extraction,
)
from relgraph.graph.ontology import ontology_nquads
from relgraph.graph.quads import nquads
from relgraph.store.embedded import memory_store

LEAGUE = entity("InternationalOrganisation", "Bund der Regionen", "Bund der Regionen", "League of Regions")
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

BAVARIA = entity("Region", "DE-BY", "Bayern", "Bavaria", GERMANY.id)
CHINA = entity("Country", "CN", "China", "China")
JIANGSU = entity("Region", "CN-JS", "Jiangsu", "Jiangsu", CHINA.id)
LI = entity("Person", "Wei Li", "Wei Li")
HUBER = entity("Person", "Jana Huber", "Jana Huber")
WORKS = entity("Company", "Hangang Werke", "Hangang Werke", None, KOREA.id)
NORTHLIGHT = entity("Company", "Nordlicht GmbH", "Nordlicht GmbH")
SOUTHLIGHT = entity("Company", "Südlicht GmbH", "Südlicht GmbH", None, GERMANY.id)
MIN = entity("Person", "Seo-yeon Min", "Seo-yeon Min")
LIGHT = entity("Document", "Lichtpapier", "Lichtpapier")
HYDROGEN_FAIR = entity("Event", "Wasserstoffmesse", "Wasserstoffmesse", "Hydrogen Fair")
LETTER = entity("Document", "Jiangsu-Erklärung", "Jiangsu-Erklärung", "Jiangsu Declaration")

# More releases, of two regions, for questions about partners, time, gaps and risks; with the region that speaks
MORE = {
    "bw-2017-05-10-jiangsu": (
        "2017-05-10",
        "Staatsministerium Baden-Württemberg",
        LAND,
        [
            ("partnership", LAND, JIANGSU, "Seit 1994 sind Baden-Württemberg und Jiangsu Partner.", {"from": "1994"}),
            ("affiliation", LI, JIANGSU, "Wei Li ist Gouverneur von Jiangsu.", {"role": "Gouverneur"}),
            ("affiliation", VOGT, LAND, "Karl Vogt ist Minister in Stuttgart.", {"role": "Minister"}),
            ("meeting", VOGT, LI, "Karl Vogt traf Wei Li in Nanjing.", {"date": "2017-05-08", "status": "concluded"}),
            ("visit", VOGT, CHINA, "Karl Vogt reiste nach China.", {"date": "2017-05-07", "status": "concluded"}),
            ("agreement", LAND, JIANGSU, "Das Land und Jiangsu unterschrieben die Jiangsu-Erklärung.",
             {"document": LETTER.id, "date": "2017-05-08", "status": "concluded", "topics": ("electric-mobility",)}),
            ("cooperation", LAND, JIANGSU, "Beide arbeiten bei der Elektromobilität zusammen.",
             {"topics": ("electric-mobility",)}),
            ("trade", LAND, CHINA, "Baden-Württemberg liefert Maschinen nach China.", {"topics": ("trade",)}),
            ("strength", CHINA, None, "China führt bei Batterien.", {"topics": ("batteries",)}),
        ],
    ),
    "by-2020-02-20-japan": (
        "2020-02-20",
        "Bayerische Staatskanzlei",
        BAVARIA,
        [
            ("cooperation", BAVARIA, JAPAN, "Bayern forscht mit Japan am Wasserstoff.",
             {"topics": ("hydrogen", "research")}),
            ("cooperation", LAND, BAVARIA, "Bayern und Baden-Württemberg ziehen beim Wasserstoff an einem Strang.",
             {"topics": ("hydrogen",)}),
            ("partnership", BAVARIA, KANAGAWA, "Mit Kanagawa ist Bayern partnerschaftlich verbunden.", {}),
            ("membership", BAVARIA, LEAGUE, "Bayern ist seit 1990 im Bund der Regionen.", {"from": "1990"}),
            ("affiliation", HUBER, BAVARIA, "Jana Huber ist Ministerin in Bayern.", {"role": "Ministerin"}),
            ("meeting", HUBER, TANAKA, "Jana Huber sprach in Tokio mit Aiko Tanaka.",
             {"date": "2020-02-18", "status": "concluded"}),
            ("meeting", HUBER, VOGT, "Jana Huber sprach vorher mit Karl Vogt.", {"status": "concluded"}),
            ("interest", BAVARIA, None, "Bayern setzt auf Robotik, Wasserstoff und Quanten.",
             {"topics": ("robotics", "hydrogen", "quantum-technology")}),
        ],
    ),
    "bw-2022-09-01-korea": (
        "2022-09-01",
        "Wirtschaftsministerium Baden-Württemberg",
        LAND,
        [
            ("agreement", LAND, KOREA, "Bis Ende 2022 soll ein Abkommen mit Südkorea stehen.",
             {"status": "planned", "until": "2022-12", "topics": ("semiconductors",)}),
            ("cooperation", KONSTANZ, WORKS, "Konstanz forscht mit den Hangang Werken an Chips.",
             {"topics": ("semiconductors",), "basis": "curated"}),
            ("strength", KOREA, None, "Südkorea liegt auch bei Robotern vorn.",
             {"topics": ("robotics",), "confidence": 0.45}),
            ("support", LAND, NORTHLIGHT, "Das Land fördert die Nordlicht GmbH.", {"confidence": 0.5}),
            ("membership", KONSTANZ, LEAGUE, "Konstanz gehörte bis 2021 dem Bund der Regionen an.",
             {"status": "ended", "until": "2021"}),
            ("affiliation", TANAKA, KANAGAWA, "Aiko Tanaka war Gouverneurin von Kanagawa.",
             {"role": "Gouverneurin", "status": "ended"}),
        ],
    ),
    "bw-2024-03-01-wasserstoff": (
        "2024-03-01",
        "Staatsministerium Baden-Württemberg",
        LAND,
        [
            ("cooperation", LAND, JAPAN, "Mit Japan arbeitet Baden-Württemberg nun beim Wasserstoff zusammen.",
             {"topics": ("hydrogen",)}),
            ("visit", VOGT, KOREA, "Im Oktober reist Karl Vogt nach Südkorea.",
             {"status": "planned", "date": "2024-10"}),
            ("hosting", LAND, HYDROGEN_FAIR, "Das Land lädt am 5. November zur Wasserstoffmesse ein.",
             {"status": "planned", "date": "2024-11-05", "topics": ("hydrogen",)}),
            ("participation", KYOTO, HYDROGEN_FAIR, "Zur Wasserstoffmesse kommt die Universität Kyoto.",
             {"status": "planned", "topics": ("hydrogen",)}),
            ("strength", KYOTO, None, "Die Universität Kyoto ist bei Batterien stark.", {"topics": ("batteries",)}),
        ],
    ),
}  # fmt: skip


def told_first():
    around = (GERMANY, JAPAN, LAND, PAPER)
    return [extraction(release_id, *rest, named=around) for release_id, rest in TOLD.items()]


@pytest.fixture(scope="session")
def fixture_store():
    with memory_store([*ontology_nquads(), *nquads(told_first())]) as store:
        yield store


@pytest.fixture(scope="session")
def wide_graph():
    """Quads of all releases, old and more."""
    extractions = told_first()
    for release_id, (date, publisher, region, told) in MORE.items():
        extractions.append(extraction(release_id, date, publisher, told, region=region, named=(region, LETTER)))
    return [*ontology_nquads(), *nquads(extractions)]


@pytest.fixture(scope="session")
def wide_store(wide_graph):
    """A store of all releases, old and more."""
    with memory_store(wide_graph) as store:
        yield store


@pytest.fixture(scope="session")
def undated_store():
    """A store of the small graph and of one release that tells neither its date nor its publisher."""
    told = [
        ("meeting", VOGT, MIN, "Karl Vogt sprach mit Botschafterin Seo-yeon Min.", {"status": "concluded"}),
        ("affiliation", MIN, KOREA, "Seo-yeon Min ist Botschafterin von Südkorea.", {"role": "Botschafterin"}),
        ("support", LAND, SOUTHLIGHT, "Das Land will die Südlicht GmbH fördern.", {"status": "planned"}),
        ("agreement", SOUTHLIGHT, WORKS, "Die Südlicht GmbH und die Hangang Werke zeichneten das Lichtpapier.",
         {"document": LIGHT.id, "topics": ("photonics",), "confidence": 0.5}),
    ]  # fmt: skip
    undated = extraction("bw-ohne-datum", None, None, told, named=(GERMANY, LAND, LIGHT))
    with memory_store([*ontology_nquads(), *nquads([*told_first(), undated])]) as store:
        yield store

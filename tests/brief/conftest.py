"""A small graph around Japan, with a later report for one plan, a doubtful reading, a review, and hostile text."""

import pytest

from relgraph import iris
from relgraph.brief.composing import compose
from relgraph.brief.gathering import gather
from relgraph.graph.ontology import ontology_nquads
from relgraph.graph.quads import nquads
from relgraph.model import Entity, Evidence, Extraction, Mention, Relation, Release
from relgraph.store.embedded import memory_store
from relgraph.vocabulary import EntityType, RelationType

HOSTILE = '<script>alert(1)</script> [x](javascript:alert(1)) #set page(width: 1cm) *_`$|\\ & "'


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
HESSEN = entity("Region", "DE-HE", "Hessen", "Hesse", GERMANY.id)
KANAGAWA = entity("Region", "JP-14", "Kanagawa", "Kanagawa", JAPAN.id)
KYOTO = entity("ResearchInstitution", "Universität Kyoto", "Universität Kyoto", "Kyoto University", JAPAN.id)
KONSTANZ = entity("ResearchInstitution", "Universität Konstanz", "Universität Konstanz", None, LAND.id)
FIRM = entity("Company", HOSTILE, HOSTILE, None, JAPAN.id)
VOGT = entity("Person", "Karl Vogt", "Karl Vogt")
TANAKA = entity("Person", "Aiko Tanaka", "Aiko Tanaka")
PAPER = entity("Document", "Nordstrategie", "Nordstrategie")

MINISTRY, UNIVERSITY = "Staatsministerium Baden-Württemberg", "Universität Konstanz"

# release: date, publisher, region, then (type, subject, object, sentence, further fields)
TOLD = {
    "bw-2018-03-01-vorhaben": (
        "2018-03-01", MINISTRY, LAND,
        [
            ("visit", VOGT, JAPAN, "Karl Vogt will im Mai nach Japan reisen.",
             {"status": "planned", "date": "2018-05"}),
            ("cooperation", LAND, JAPAN, "Das Land will mit Japan bei Wasserstoff arbeiten.",
             {"status": "planned", "topics": ("hydrogen",), "until": "2027"}),
            ("affiliation", TANAKA, KANAGAWA, "Aiko Tanaka ist Vizegouverneurin von Kanagawa.",
             {"role": "Vizegouverneurin"}),
        ],
    ),
    "bw-2018-06-02-reise": (
        "2018-06-02", MINISTRY, LAND,
        [
            ("visit", VOGT, KANAGAWA, "Karl Vogt besuchte am 14. Mai 2018 Kanagawa.",
             {"date": "2018-05-14", "status": "concluded"}),
            ("meeting", VOGT, TANAKA, "Karl Vogt sprach mit Aiko Tanaka.",
             {"date": "2018-05-14", "status": "concluded"}),
            ("partnership", LAND, KANAGAWA, "Seit 1989 sind das Land und Kanagawa Partner.", {"from": "1989"}),
        ],
    ),
    "bw-2019-11-12-kanagawa": (
        "2019-11-12", MINISTRY, LAND,
        [
            ("partnership", LAND, KANAGAWA, "Die Partnerschaft mit Kanagawa wird dreißig.", {"from": "1989"}),
            ("affiliation", TANAKA, KANAGAWA, "Aiko Tanaka ist Gouverneurin von Kanagawa.", {"role": "Gouverneurin"}),
            ("agreement", LAND, KANAGAWA, "Am 12. November wurde die Nordstrategie beschlossen.",
             {"document": PAPER.id, "date": "2019-11-12", "status": "concluded", "topics": ("hydrogen",)}),
            ("strength", JAPAN, None, "Japan ist in der Robotik stark.", {"topics": ("robotics",)}),
            ("interest", LAND, None, "Das Land setzt auf Robotik.", {"topics": ("robotics",)}),
        ],
    ),
    "bw-2021-03-02-robotik": (
        "2021-03-02", UNIVERSITY, LAND,
        [
            ("cooperation", KONSTANZ, KYOTO, "Konstanz forscht mit Kyoto an Robotern.",
             {"topics": ("robotics", "research"), "confidence": 0.45}),
            ("trade", FIRM, LAND, f"{HOSTILE} investiert im Land.", {"topics": ("investment",)}),
        ],
    ),
    "he-2022-04-05-japan": (
        "2022-04-05", "Hessische Staatskanzlei", HESSEN,
        [
            ("representation", HESSEN, JAPAN, "Hessen hat ein Büro in Japan.",
             {"basis": "reviewed", "reviewer": "Eva Muster", "reviewed_on": "2023-01-02"}),
            ("cooperation", HESSEN, KOREA, "Hessen arbeitet mit Südkorea zusammen.", {"basis": "curated"}),
        ],
    ),
}  # fmt: skip


def extraction(release_id, date, publisher, region, told):
    sentences = [text for _, _, _, text, _ in told]
    places, start = {}, 0
    for text in sentences:
        places[text] = start
        start += len(text) + 1
    release = Release(
        id=release_id, title=f"Titel {release_id}", date=date, publisher=publisher, region=region.name,
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
    ends = [one for _, subject, obj, _, _ in told for one in (subject, obj) if one]
    known = {one.id: one for one in (*ends, GERMANY, LAND, PAPER)}
    named = Mention(text=release.text[:4], start=0, end=4)
    mentioned = {one.id for one in ends}
    entities = tuple(
        one.model_copy(update={"mentions": (named,) if one.id in mentioned else ()}) for one in known.values()
    )
    return Extraction(release=release, entities=entities, relations=relations)


@pytest.fixture(scope="session")
def store():
    extractions = [extraction(release_id, *rest) for release_id, rest in TOLD.items()]
    with memory_store([*ontology_nquads(), *nquads(extractions)]) as opened:
        yield opened


@pytest.fixture(scope="session")
def about(store):
    """The brief on a focus, in a language, with the options of `gather`."""

    def made(focus, language="de", **options):
        return compose(gather(store, focus, **options), language)

    return made


@pytest.fixture(scope="session")
def text():
    """Everything that stands in the text of a brief, notes as numbers in brackets; cells end in a bar."""
    from relgraph.brief.document import Grid, Heading, Items, Paragraph, Picture

    def said(runs):
        return "".join(run.text + "".join(f"[{note}]" for note in run.notes) for run in runs)

    def lines(block):
        match block:
            case Heading():
                return [block.text]
            case Paragraph():
                return [said(block.runs)]
            case Items():
                return [said(item) for item in block.items]
            case Grid():
                return [" | ".join(said(cell) for cell in row) for row in block.rows]
            case Picture():
                return [block.alt]

    return lambda brief: [line.replace("\N{NO-BREAK SPACE}", " ") for block in brief.blocks for line in lines(block)]

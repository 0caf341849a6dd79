"""A small graph around Japan, with a later report for one plan, a doubtful reading, a review, and hostile text."""

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
from relgraph.brief.composing import compose
from relgraph.brief.gathering import gather
from relgraph.graph.ontology import ontology_nquads
from relgraph.graph.quads import nquads
from relgraph.store.embedded import memory_store

HOSTILE = '<script>alert(1)</script> [x](javascript:alert(1)) #set page(width: 1cm) *_`$|\\ & "'


HESSEN = entity("Region", "DE-HE", "Hessen", "Hesse", GERMANY.id)
FIRM = entity("Company", HOSTILE, HOSTILE, None, JAPAN.id)

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


@pytest.fixture(scope="session")
def store():
    extractions = [
        extraction(release_id, date, publisher, told, region=region, title=f"Titel {release_id}",
                   known=(GERMANY, LAND, PAPER))
        for release_id, (date, publisher, region, told) in TOLD.items()
    ]  # fmt: skip
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

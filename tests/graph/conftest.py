"""Two small releases that hold one relation of every type, and their graph."""

import pytest

from relgraph import iris
from relgraph.model import Entity, Evidence, Extraction, Mention, Relation, Release
from relgraph.vocabulary import EntityType, RelationType, Status

ENDS = {  # subject and object of an exemplary relation of each type
    RelationType.PARTNERSHIP: ("Baden-Württemberg", "Kanagawa"),
    RelationType.COOPERATION: ("Kanagawa", "Baden-Württemberg"),
    RelationType.AGREEMENT: ("Universität Ulm", "Universität Kanagawa"),
    RelationType.VISIT: ("Winfried Muster", "Japan"),
    RelationType.MEETING: ("Winfried Muster", "Yuji Beispiel"),
    RelationType.PARTICIPATION: ("Winfried Muster", "Robotiktag"),
    RelationType.HOSTING: ("Universität Ulm", "Robotiktag"),
    RelationType.RESPONSIBILITY: ("Staatsministerium", "Japan-Leitlinien"),
    RelationType.SUPPORT: ("Staatsministerium", "Robotiktag"),
    RelationType.TRADE: ("Baden-Württemberg", "Japan"),
    RelationType.STRENGTH: ("Japan", None),
    RelationType.INTEREST: ("Baden-Württemberg", None),
    RelationType.REPRESENTATION: ("Baden-Württemberg", "Japan"),
    RelationType.MEMBERSHIP: ("Baden-Württemberg", "Vier Motoren"),
    RelationType.AFFILIATION: ("Winfried Muster", "Baden-Württemberg"),
    RelationType.FRAMEWORK: ("Asien-Strategie", "Japan-Leitlinien"),
    RelationType.CONCERN: ("Staatsministerium", None),
}
DETAILS = {
    RelationType.PARTNERSHIP: {"from_": "1989", "until": "1990-11", "topics": ("robotics", "culture")},
    RelationType.AGREEMENT: {"document": "Absichtserklärung", "date": "2014-11-20", "status": Status.CONCLUDED},
    RelationType.MEETING: {"event": "Robotiktag", "status": Status.PLANNED},
    RelationType.SUPPORT: {"amount": "2 Millionen Euro", "status": Status.ENDED},
    RelationType.STRENGTH: {"topics": ("robotics", "semiconductors")},
    RelationType.INTEREST: {"topics": ("hydrogen",), "basis": "reviewed", "reviewer": "Eva Muster",
                            "reviewed_on": "2026-11-27"},
    RelationType.CONCERN: {"topics": ("supply-chains",), "basis": "curated"},
    RelationType.AFFILIATION: {"role": "Ministerpräsident"},
}  # fmt: skip
KINDS = {
    "Baden-Württemberg": (EntityType.REGION, "DE-BW"),
    "Kanagawa": (EntityType.REGION, "JP-14"),
    "Japan": (EntityType.COUNTRY, "JP"),
    "Universität Ulm": (EntityType.RESEARCH_INSTITUTION, None),
    "Universität Kanagawa": (EntityType.RESEARCH_INSTITUTION, None),
    "Staatsministerium": (EntityType.GOVERNMENT_BODY, None),
    "Vier Motoren": (EntityType.INTERNATIONAL_ORGANISATION, None),
    "Winfried Muster": (EntityType.PERSON, None),
    "Yuji Beispiel": (EntityType.PERSON, None),
    "Robotiktag": (EntityType.EVENT, None),
    "Japan-Leitlinien": (EntityType.DOCUMENT, None),
    "Asien-Strategie": (EntityType.DOCUMENT, None),
    "Absichtserklärung": (EntityType.DOCUMENT, None),
}


def identify(name):
    kind, code = KINDS[name]
    return iris.entity(kind, code or name)


def entity(name, text, **more):
    kind, code = KINDS[name]
    at = text.find(name)
    mentions = (Mention(text=name, start=at, end=at + len(name)),) if at >= 0 else ()
    return Entity(id=identify(name), type=kind, name=name, code=code, mentions=mentions, **more)


def related(kind, release, sentence, **more):
    """The exemplary relation of a type, stated by a sentence of a release."""
    subject, other = (name and identify(name) for name in ENDS[kind])
    details = {"topics": ("robotics",)} | DETAILS.get(kind, {}) | more
    for name in ("document", "event"):
        if name in details:
            details[name] = identify(details[name])
    start = release.text.index(sentence)
    return Relation(
        id=iris.relation(release.id, kind.value, subject, other),
        type=kind,
        subject=subject,
        object=other,
        rule=f"{kind.value}/example",
        confidence=0.9,
        evidence=Evidence(text=sentence, start=start, end=start + len(sentence)),
        **details,
    )


def make_extraction(release_id, date, kinds):
    sentences = [f"Satz {number} sagt „{kind.value}“\tüber {ENDS[kind][0]}." for number, kind in enumerate(kinds, 1)]
    text = "\n".join(sentences)
    release = Release(
        id=release_id,
        title="Ein „Titel“",
        date=date,
        publisher="Staatsministerium",
        region="Baden-Württemberg",
        url=f"https://example.org/{release_id}",
        text=text,
    )
    part_of = {"Kanagawa": identify("Japan")}
    return Extraction(
        release=release,
        entities=tuple(entity(name, text, part_of=part_of.get(name)) for name in KINDS),
        relations=tuple(related(kind, release, words) for kind, words in zip(kinds, sentences, strict=True)),
    )


@pytest.fixture(scope="session")
def extractions():
    """A release with one relation of every type, and a second one that repeats two of them."""
    return [
        make_extraction("bw-2023-12-01-alles", "2023-12-01", tuple(RelationType)),
        make_extraction("bw-2024-nochmals", "2024", (RelationType.STRENGTH, RelationType.PARTNERSHIP)),
    ]


@pytest.fixture(scope="session")
def lines(extractions):
    """The graph of both releases as N-Quads."""
    from relgraph.graph.quads import nquads

    return nquads(extractions)

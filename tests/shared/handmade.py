"""Releases made by hand, sentence by sentence, and those whom several of them name."""

from relgraph import iris
from relgraph.model import Entity, Evidence, Extraction, Mention, Relation, Release
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
PAPER = entity("Document", "Nordstrategie", "Nordstrategie")


def extraction(release_id, date, publisher, told, *, region=LAND, title=None, named=(), known=()):
    """What a release says, sentence by sentence: type, subject, object, sentence and further fields of each relation.

    It names the ends of what is told and those `named`; others are `known`.
    """
    sentences, places, start = [text for *_, text, _ in told], {}, 0
    for text in sentences:
        places[text] = start
        start += len(text) + 1
    release = Release(
        id=release_id, title=title or release_id.replace("-", " "), date=date, publisher=publisher, region=region.name,
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
    ends = {one.id: one for _, subject, obj, _, _ in told for one in (subject, obj) if one}
    ends |= {one.id: one for one in named}
    mention = Mention(text=release.text[:4], start=0, end=4)
    entities = [one.model_copy(update={"mentions": (mention,)}) for one in ends.values()]
    entities += [one for one in known if one.id not in ends]
    return Extraction(release=release, entities=tuple(entities), relations=relations)

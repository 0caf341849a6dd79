"""What to tell of a brief that has nothing to tell."""

from collections.abc import Iterator

from relgraph.brief.material import Material
from relgraph.brief.speech import Speech
from relgraph.queries.nearness import near_names
from relgraph.store.protocol import Store


def absence(material: Material, asked: str, store: Store, language: str) -> Iterator[str]:
    """Lines that say that the focus has no relation, and which names are near the one asked; none where it has one."""
    yield from missing(material, language)
    if names := near(material, asked, store):
        yield Speech(language, material.things).say("near", names="; ".join(names))


def missing(material: Material, language: str) -> Iterator[str]:
    """Lines that say that the focus has no relation; none where it has one."""
    if material.telling:
        return
    speech = Speech(language, material.things)
    yield speech.say("absent_scope" if _narrowed(material) else "absent", focus=speech.name(material.focus.iri).text)
    if material.mentioning:
        yield speech.say("only_mention", releases=speech.count("release", len(material.mentioning)))


def near(material: Material, asked: str, store: Store) -> list[str]:
    """Names near the one asked; none where the focus has a relation, or may have one in a wider scope."""
    return [] if material.telling or _narrowed(material) else near_names(asked, store)


def _narrowed(material: Material) -> bool:
    return any((material.region, material.since, material.until))

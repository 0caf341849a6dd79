"""What to tell of a brief that has nothing to tell."""

from collections.abc import Iterator

from relgraph.brief.material import Material
from relgraph.brief.speech import Speech
from relgraph.queries.nearness import near_names
from relgraph.store.protocol import Store


def absence(material: Material, asked: str, store: Store, language: str) -> Iterator[str]:
    """Lines that say that the focus has no relation, and which names are near the one asked; none where it has one."""
    if material.telling:
        return
    speech = Speech(language, material.things)
    narrowed = any((material.region, material.since, material.until))
    yield speech.say("absent_scope" if narrowed else "absent", focus=speech.name(material.focus.iri).text)
    if material.mentioning:
        yield speech.say("only_mention", releases=speech.count("release", len(material.mentioning)))
    names = [] if narrowed else near_names(asked, store)
    if names:
        yield speech.say("near", names="; ".join(names))

"""Relations as pages list them: who, what, when, and the sentence with its release; made at the desk."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from relgraph.brief.fact import Fact, Origin, Thing
from relgraph.brief.reading import things
from relgraph.brief.sentences import Sentences
from relgraph.explore.originals import original
from relgraph.store.protocol import Store


@dataclass(frozen=True, slots=True)
class End:
    """Whom or what a statement names: IRI, name in the reader's language, and the name's own where it is another."""

    iri: str
    name: str
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One relation as one release states it."""

    relation: str
    type: str
    status: str
    subject: End
    object: End | None
    topics: tuple[End, ...]
    when: str | None
    sentence: str
    release: Origin
    address: str | None
    basis: str
    unsure: bool


def statements(store: Store, facts: Iterable[Fact], language: str) -> list[Statement]:
    """Facts with their names and sentences, in their order."""
    listed = list(facts)
    named = {iri for fact in listed for iri in (fact.subject, fact.object, *fact.topics) if iri}
    known, sentences = things(store, named), Sentences(store)
    sentences.read(fact.evidence for fact in listed)
    return [_statement(fact, known, sentences.of(fact.evidence), language) for fact in listed]


def _statement(fact: Fact, known: Mapping[str, Thing], sentence: str, language: str) -> Statement:
    return Statement(
        relation=fact.relation,
        type=fact.type.value,
        status=fact.status.value,
        subject=end(known[fact.subject], language),
        object=end(known[fact.object], language) if fact.object else None,
        topics=tuple(end(known[topic], language) for topic in fact.topics),
        when=fact.when,
        sentence=sentence,
        release=fact.origin,
        address=original(fact.origin.url, sentence),
        basis=fact.basis.value,
        unsure=fact.unsure,
    )


def end(thing: Thing, language: str) -> End:
    """A thing by its name in the language, else in German, else in any."""
    spoken = next((one for one in (language, "de") if one in thing.names), None) or min(thing.names)
    return End(thing.iri, thing.names[spoken], None if spoken == language else spoken)

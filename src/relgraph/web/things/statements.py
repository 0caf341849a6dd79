"""What single sentences state: facts with the sentence, and where it opens."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from relgraph.brief.fact import Fact, newness
from relgraph.brief.reading import facts
from relgraph.brief.sentences import Sentences
from relgraph.explore.originals import original
from relgraph.store.protocol import Store


@dataclass(frozen=True, slots=True)
class Statement:
    """One relation as one release states it, with the sentence."""

    fact: Fact
    sentence: str

    @property
    def place(self) -> str:
        """Anchor of the sentence on the page of its release: `s-14-48`."""
        return anchor(self.fact.evidence)

    @property
    def original(self) -> str | None:
        """Address of the original that opens at the sentence, where it has one on the web."""
        return original(self.fact.origin.url, self.sentence)

    @property
    def named(self) -> Iterator[str]:
        """IRIs of all that it names."""
        fact = self.fact
        yield from (fact.subject, *fact.topics)
        yield from filter(None, (fact.object, fact.document, fact.event))


def statements(store: Store, relations: Iterable[str]) -> list[Statement]:
    """Statements by the IRIs of their relations, the newest first; what the store does not know is left out."""
    known = facts(store, relations)
    sentences = Sentences(store)
    sentences.read(fact.evidence for fact in known.values())
    return newest_first(Statement(fact, sentences.of(fact.evidence)) for fact in known.values())


def newest_first(read: Iterable[Statement]) -> list[Statement]:
    """Statements in the order in which pages show them."""
    return sorted(read, key=lambda one: (-newness(one.fact.told), one.fact.origin.iri, one.fact.relation))


def anchor(evidence: str) -> str:
    """Anchor of a sentence on the page of its release, by the IRI of the evidence.

    >>> anchor("https://w3id.org/relgraph/id/evidence/bw-1/14-48")
    's-14-48'
    """
    return f"s-{evidence.rpartition('/')[2]}"

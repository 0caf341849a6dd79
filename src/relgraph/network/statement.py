"""What stands behind an edge: one statement for each relation of a release, with its sentence.

Owns the values only; `projection` reads them from a store.
"""

from dataclasses import dataclass


@dataclass(frozen=True, order=True, slots=True)
class Source:
    """The release that a sentence stands in; `region` is the IRI of the territory that it speaks for."""

    iri: str
    title: str
    date: str | None = None
    publisher: str | None = None
    url: str | None = None
    region: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One relation as one release states it: the sentence, where it stands, and what it adds.

    `topics` are local names of topics; `document` and `event` IRIs of nodes; the dates are those of the relation,
    while `source.date` is that of the release. `basis` says on what it rests (`vocabulary.Basis`);
    `evidence` is the IRI of the sentence; `subject` that of the one who does it, while an edge may run the other way.
    """

    relation: str
    sentence: str
    source: Source
    status: str = "active"
    confidence: float = 1.0
    rule: str | None = None
    role: str | None = None
    amount: str | None = None
    topics: tuple[str, ...] = ()
    document: str | None = None
    event: str | None = None
    date: str | None = None
    from_: str | None = None
    until: str | None = None
    basis: str = "machine"
    reviewer: str | None = None
    reviewed_on: str | None = None
    evidence: str | None = None
    subject: str | None = None

    @property
    def order(self) -> tuple[str, str, str, str]:
        """Newest release first is for the reader; this is the stable order of the data: date, release, relation."""
        return (self.source.date or "", self.source.iri, self.relation, self.sentence)

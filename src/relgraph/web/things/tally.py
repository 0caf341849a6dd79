"""What the page of a tally tells: what it counts, how much of it, and the sentences that begin and end it."""

from collections.abc import Mapping
from dataclasses import dataclass

from relgraph.brief.fact import Thing
from relgraph.queries.batches import batched, value
from relgraph.store.protocol import Store
from relgraph.vocabulary import ONTOLOGY, PREFIXES
from relgraph.web.things import selects
from relgraph.web.things.names import things
from relgraph.web.things.statements import Statement, statements


@dataclass(frozen=True, slots=True)
class TallyPage:
    """A tally; `label` and `definition` are those of its class, by language."""

    iri: str
    label: Mapping[str, str]
    definition: Mapping[str, str]
    party: str
    counterpart: str | None
    topic: str | None
    relations: int
    sentences: int
    releases: int
    ties: int
    first: str
    last: str
    statements: tuple[Statement, ...]
    things: Mapping[str, Thing]


def tally_page(store: Store, iri: str) -> TallyPage:
    """The page of a tally, with the newest of its relations and the earliest."""
    told: dict[str, str] = {}
    for row in batched(store, selects.TALLY, [iri]):
        name = value(row, "property").removeprefix(ONTOLOGY)
        if value(row, "value") != f"{ONTOLOGY}Tally":  # its other class says what it counts
            told[name] = value(row, "value")
    words: dict[str, dict[str, str]] = {}
    for row in batched(store, selects.DEFINED, [told[f"{PREFIXES['rdf']}type"]]):
        words.setdefault(value(row, "property"), {})[row["language"] or "de"] = value(row, "value")
    ends = {told["newestRelation"], told.get("earliestRelation", told["newestRelation"])}
    read = sorted(statements(store, ends), key=lambda one: one.fact.relation != told["newestRelation"])
    about = filter(None, (told["party"], told.get("counterpart"), told.get("tallyTopic")))
    return TallyPage(
        iri=iri,
        label=words[f"{PREFIXES['rdfs']}label"],
        definition=words[f"{PREFIXES['skos']}definition"],
        party=told["party"],
        counterpart=told.get("counterpart"),
        topic=told.get("tallyTopic"),
        relations=int(told["relationCount"]),
        sentences=int(told["sentenceCount"]),
        releases=int(told["releaseCount"]),
        ties=int(told["tieCount"]),
        first=told.get("firstDate", ""),
        last=told.get("lastDate", ""),
        statements=tuple(read),
        things=things(store, {*about, *(one for statement in read for one in statement.named)}),
    )

"""What the pages of one tie and of one relation tell."""

from collections.abc import Mapping
from dataclasses import dataclass

from relgraph.brief.fact import Thing, newness
from relgraph.queries.batches import batched, value
from relgraph.store.protocol import Store
from relgraph.web.things import selects
from relgraph.web.things.entity import PAGE
from relgraph.web.things.names import things
from relgraph.web.things.paging import Paged, paged
from relgraph.web.things.statements import Statement, statements
from relgraph.web.things.ties import Entry, entries, tie_of

_AROUND = 400
"""Characters of the text before and after a sentence that are shown with it."""


@dataclass(frozen=True, slots=True)
class TiePage:
    """A tie with a page of its statements, the newest first."""

    iri: str
    entry: Entry
    statements: Paged[Statement]
    things: Mapping[str, Thing]


@dataclass(frozen=True, slots=True)
class RelationPage:
    """A relation with its sentence in its context, what else the sentence states, and the ties that sum it up."""

    iri: str
    statement: Statement
    rule: str
    before: str
    after: str
    others: tuple[Statement, ...]
    ties: tuple[Entry, ...]
    things: Mapping[str, Thing]


def tie_page(store: Store, iri: str, page: int) -> TiePage:
    """The page of a tie.

    Raises:
        QueryError: it has no such page of statements.
    """
    (entry,) = entries(store, [tie_of(store, iri)])
    dated = {value(row, "relation"): row["date"] or "" for row in batched(store, selects.DATED, [iri])}
    cut = paged(sorted(dated, key=lambda relation: (-newness(dated[relation]), relation)), page, PAGE)
    read = statements(store, cut.shown)
    named = {*entry.named, *(one for statement in read for one in statement.named)}
    shown = Paged(tuple(read), cut.total, cut.page, cut.pages, cut.first)
    return TiePage(iri, entry, shown, things(store, named))


def relation_page(store: Store, iri: str) -> RelationPage:
    """The page of a relation."""
    (statement,) = statements(store, [iri])
    fact = statement.fact
    same = {value(row, "relation") for row in batched(store, selects.SAME_SENTENCE, [fact.evidence])} - {iri}
    others = statements(store, same)
    ties = [tie_of(store, value(row, "value")) for row in batched(store, selects.SUMMING, [iri])]
    listed = entries(store, sorted(ties, key=lambda tie: tie.iri))
    before, after = _context(store, statement)
    named = {
        *statement.named,
        *(one for other in others for one in other.named),
        *(one for tie in listed for one in tie.named),
    }
    return RelationPage(
        iri=iri,
        statement=statement,
        rule=next((value(row, "rule") for row in batched(store, selects.RULE, [iri])), ""),
        before=before,
        after=after,
        others=tuple(others),
        ties=tuple(listed),
        things=things(store, named | ({fact.origin.region} if fact.origin.region else set())),
    )


def _context(store: Store, statement: Statement) -> tuple[str, str]:
    """The text before and after the sentence, whole words of it; nothing where the text holds it elsewhere."""
    text = next((value(row, "text") for row in batched(store, selects.TEXT, [statement.fact.relation])), "")
    start, _, end = statement.fact.evidence.rpartition("/")[2].partition("-")
    if not (start.isdigit() and end.isdigit()) or text[int(start) : int(end)] != statement.sentence:
        return "", ""
    before, after = text[max(0, int(start) - _AROUND) : int(start)], text[int(end) : int(end) + _AROUND]
    if int(start) > _AROUND:
        before = f"… {before.partition(' ')[2]}"
    if int(end) + _AROUND < len(text):
        after = f"{after.rpartition(' ')[0]} …"
    return before, after

"""The whole graph of a generation as lines of N-Quads, out of its shares, one after the other; none is kept."""

from collections.abc import Iterable, Iterator, Mapping

from relgraph.graph.backings import backing_quads
from relgraph.graph.bonds import bond_quads
from relgraph.graph.borders import Borders, joining_quads
from relgraph.graph.entities import entity_quads
from relgraph.graph.institutions import institution_quads
from relgraph.graph.joint import joint_quads
from relgraph.graph.meetings import meeting_quads
from relgraph.graph.months import month_quads
from relgraph.graph.names import name_quads
from relgraph.graph.ontology import ontology_nquads
from relgraph.graph.statements import release_graph
from relgraph.graph.tallies import tally_quads
from relgraph.graph.terms import Quad, to_line
from relgraph.graph.ties import Tie, direct_quads, tie_quads
from relgraph.graph.within import within_quads
from relgraph.graph.years import year_quads
from relgraph.shares.entities import Entities
from relgraph.shares.file import Shares
from relgraph.shares.meetings import Meetings
from relgraph.shares.places import Surroundings
from relgraph.shares.sums import Sums
from relgraph.shares.tallies import Tallies
from relgraph.shares.years import Years


def whole_lines(
    shares: Shares, generation: str, standing: Mapping[str, int], around: Surroundings
) -> Iterator[str]:  # fmt: skip
    """Every line of the graph, in no order, some twice; the tables are filled for this generation."""
    yield from ontology_nquads()
    yield from map(to_line, _shared(shares, generation, around))
    for share in standing.values():
        extraction = shares.extraction(share)
        yield from map(to_line, release_graph(extraction, around.speakers[extraction.release.region]))


def _shared(shares: Shares, generation: str, around: Surroundings) -> Iterator[Quad]:
    for entity in Entities(shares, generation).all():
        yield from entity_quads(entity)
        yield from within_quads({entity.id: around[entity.id]})
    sums = Sums(shares, generation)
    for bond in sums.bonds():
        for tie in bond.ties.values():
            yield from tie_statements(tie, around)
            yield from direct_quads(tie.kind)
        yield from bond_quads(bond)
    for name in sums.names():
        yield from name_quads(name)
    for document in sums.documents():
        for backing in sums.backings(document):
            yield from backing_quads(backing)
    for institution in sums.institutions():
        for field in sums.institution_fields(institution):
            yield from institution_quads(field)
    borders = Borders(around.places, around)
    for joint in sums.all_joint():
        if not borders.both(joint.about.subject, joint.about.other):
            yield from joint_quads(joint)
    for calendar in sums.calendar():
        for month in sums.months(calendar):
            yield from month_quads(month)
    held = Years(shares, generation, around.speakers)
    for calendar in held.calendar():
        for year in held.of(calendar):
            yield from year_quads(year)
    for tally in Tallies(shares, generation, around).all():
        yield from tally_quads(tally)
    for person, told in Meetings(shares, generation, around).all():
        yield from meeting_quads(person, told)


def tie_statements(tie: Tie, around: Surroundings) -> Iterable[Quad]:
    """All that is said of a tie as such, but for what its bond tells."""
    yield from tie_quads(tie)
    yield from joining_quads([tie], Borders(around.places, around))

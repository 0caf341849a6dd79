"""The whole graph of some releases as sorted lines of N-Quads, without the ontology."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping

from relgraph.errors import DataError
from relgraph.graph.backings import backing_quads, backings
from relgraph.graph.bonds import bond_quads, bonds
from relgraph.graph.borders import Borders, joining_quads
from relgraph.graph.entities import entity_quads, merge, territory_named
from relgraph.graph.ground import Ground
from relgraph.graph.institutions import institution_fields, institution_quads
from relgraph.graph.joint import joint_fields, joint_quads
from relgraph.graph.meetings import Company, meeting_quads, meetings
from relgraph.graph.months import month_quads, months
from relgraph.graph.names import name_quads, names
from relgraph.graph.statements import release_graph
from relgraph.graph.tallies import tallies, tally_quads
from relgraph.graph.terms import Quad, to_line
from relgraph.graph.ties import direct_quads, parts, tie_quads, ties
from relgraph.graph.within import offices, wholes, within_quads
from relgraph.graph.years import Holding, year_quads, years
from relgraph.model import Extraction


def nquads(extractions: Iterable[Extraction]) -> list[str]:
    """Lines of N-Quads, sorted and unique, whatever the order of the extractions.

    Raises:
        DataError: an extraction holds what is no IRI where one must stand, or two releases or relations share theirs.
    """
    return sorted({*nquad_lines(list(extractions))})


def nquad_lines(extractions: Collection[Extraction]) -> Iterator[str]:
    """Lines of N-Quads, in no order, some twice; the extractions are walked through several times, and none is kept.

    Raises:
        DataError: as `nquads` does.
    """
    return map(to_line, quads(extractions))


def quads(extractions: Collection[Extraction]) -> Iterator[Quad]:
    """All statements: a named graph for each release, and what releases share in the default graph."""
    _refuse_twins(extractions)
    entities = merge(extractions)
    speakers: dict[str | None, str | None] = {}
    for extraction in extractions:
        region = extraction.release.region
        if region not in speakers:
            speakers[region] = territory_named(region, entities.values())
        yield from release_graph(extraction, speakers[region])
    for entity in entities.values():
        yield from entity_quads(entity)
    around = wholes(entities, extractions)
    yield from within_quads(around)
    summed, borders = ties(extractions), Borders(entities, around)
    yield from joining_quads(summed, borders)
    for tie in summed:
        yield from tie_quads(tie)
        yield from direct_quads(tie.kind)
    for bond in bonds(part for extraction in extractions for part in parts(extraction)):
        yield from bond_quads(bond)
    for name in names(extractions):
        yield from name_quads(name)
    for backed in backings(part for extraction in extractions for part in parts(extraction)).values():
        for backing in backed:
            yield from backing_quads(backing)
    for joint in joint_fields(part for extraction in extractions for part in parts(extraction)):
        if not borders.both(joint.about.subject, joint.about.other):
            yield from joint_quads(joint)
    for fields in institution_fields(part for extraction in extractions for part in parts(extraction)).values():
        for field in fields:
            yield from institution_quads(field)
    for month in months(part for extraction in extractions for part in parts(extraction)):
        yield from month_quads(month)
    for year in years(_holding(extraction, speakers) for extraction in extractions):
        yield from year_quads(year)
    held = offices(extractions)
    parties = {speaker for speaker in speakers.values() if speaker is not None}
    for tally in tallies(extractions, Ground(parties, borders, lambda who: held.get(who, ()))):
        yield from tally_quads(tally)
    for person, told in meetings(extractions, Company(borders, speakers)).items():
        yield from meeting_quads(person, told)


def _holding(extraction: Extraction, speakers: Mapping[str | None, str | None]) -> Holding:
    release, relations = extraction.release, extraction.relations
    sentences = {(relation.evidence.start, relation.evidence.end) for relation in relations}
    return Holding(release.date, release.publisher, speakers[release.region], len(relations), len(sentences))


def _refuse_twins(extractions: Collection[Extraction]) -> None:
    """Two descriptions under one IRI would flow into one node and could never be told apart again."""
    releases = Counter(extraction.release.id for extraction in extractions)
    relations = Counter(relation.id for extraction in extractions for relation in extraction.relations)
    for twin, number in (releases + relations).items():
        if number > 1:
            raise DataError(twin, f"stands for {number} releases or relations")

"""A release as people annotated it, in the place of what the machine reads out of it.

Whom a name of the annotation stands for is settled as reading would settle it: by the entity that was read in this
release, else by the authorities, else by an IRI of its own.
"""

import re
from collections.abc import Hashable, Iterator, Mapping

from relgraph import iris
from relgraph.errors import DataError
from relgraph.evaluation.gold import Gold, GoldEntity, GoldRelation
from relgraph.evaluation.linking import expected
from relgraph.evaluation.matching import match_entities
from relgraph.extraction.lexicon import lexicon
from relgraph.extraction.relations import identity, merge
from relgraph.model import Entity, Evidence, Extraction, Mention, Relation, Release
from relgraph.names.gazetteer import gazetteer
from relgraph.vocabulary import Basis, EntityType, Status

RULE = "curated"
"""The rule of a relation that was annotated by hand."""


def curate(read: Extraction, gold: Gold) -> Extraction:
    """The annotation of a release as an extraction; `read` is what the machine read out of the same text.

    Raises:
        DataError: the annotation names an entity it does not have, or quotes what does not stand in the text.
    """
    entities = _entities(read, gold)
    statuses = {identity(relation): relation.status for relation in read.relations}
    told = merge(_with_status(_relation(one, read.release, entities), one, statuses) for one in gold.relations)
    return Extraction(
        release=read.release,
        entities=tuple(_with_mentions(read, gold, entities)),
        relations=tuple(relation for relation in told if relation.subject != relation.object),
    )


def _entities(read: Extraction, gold: Gold) -> dict[str, Entity]:
    """Entity of each annotated name, no two under one IRI."""
    by_id = {entity.id: entity for entity in read.entities}
    found = {name: by_id[iri] for iri, name in match_entities(gold.entities, read.entities).items()}
    taken = {entity.id for entity in found.values()}
    for annotated in gold.entities:
        if annotated.name in found:
            continue
        entity = _known(annotated, read.release)
        if entity is None or entity.id in taken:
            entity = _unlinked(annotated, read.release.id)
        found[annotated.name] = entity
        taken.add(entity.id)
    return {one.name: _named(one, found[one.name], found) for one in gold.entities}


def _known(annotated: GoldEntity, release: Release) -> Entity | None:
    iri = expected(annotated, release.region)
    return gazetteer().by_id(iri) if iri else None


def _unlinked(annotated: GoldEntity, release_id: str) -> Entity:
    """An entity that no authority knows; one that is called by a common noun is another in each release."""
    kind, name = annotated.type, annotated.name
    head = lexicon().heads.find(name)
    local = (head is not None and head.bare == "local") or (kind is EntityType.PERSON and " " not in name)
    iri = iris.local_entity(kind, release_id, name) if local else iris.entity(kind, name)
    return Entity(id=iri, type=kind, name=name)


def _named(annotated: GoldEntity, entity: Entity, found: Mapping[str, Entity]) -> Entity:
    """An entity under the annotated name and in the annotated territory, unless an authority tells both."""
    if gazetteer().by_id(entity.id) is not None:
        return entity
    around = found.get(annotated.partOf or "")
    part_of = around.id if around and around.id != entity.id else entity.part_of
    return entity.model_copy(update={"name": annotated.name, "part_of": part_of})


def _relation(told: GoldRelation, release: Release, entities: Mapping[str, Entity]) -> Relation:
    start = release.text.find(told.evidence)
    if start < 0:
        raise DataError(f"annotation of {release.id}", f"{told.evidence[:60]!r} does not stand in the text")
    ends = {name: _iri(getattr(told, name), release, entities) for name in ("subject", "object", "document", "event")}
    return Relation(
        id=iris.relation(release.id, told.type, ends["subject"] or "", ends["object"]),
        rule=RULE,
        basis=Basis.CURATED,
        evidence=Evidence(text=told.evidence, start=start, end=start + len(told.evidence)),
        **ends,
        **told.model_dump(include={"type", "topics", "role", "amount", "date", "from_", "until"}),
    )


def _with_status(relation: Relation, told: GoldRelation, read: Mapping[Hashable, Status]) -> Relation:
    """The relation with the status that is annotated, else the one that is read, else the one most have."""
    return relation.model_copy(update={"status": told.status or read.get(identity(relation), Status.ACTIVE)})


def _iri(name: str | None, release: Release, entities: Mapping[str, Entity]) -> str | None:
    if name is None:
        return None
    if name not in entities:
        raise DataError(f"annotation of {release.id}", f"{name!r} is none of its entities")
    return entities[name].id


def _with_mentions(read: Extraction, gold: Gold, entities: Mapping[str, Entity]) -> Iterator[Entity]:
    """Each entity once, with the places of all its surface forms."""
    places = _places(read, gold, entities)
    for iri, entity in {entity.id: entity for entity in entities.values()}.items():
        yield entity.model_copy(update={"mentions": tuple(places.get(iri, ()))})


def _places(read: Extraction, gold: Gold, entities: Mapping[str, Entity]) -> dict[str, list[Mention]]:
    """Mentions by entity: of forms that overlap the longest counts; one that two share is whose the machine says."""
    bearers: dict[str, list[str]] = {}
    for annotated in gold.entities:
        for form in annotated.mentions:
            bearers.setdefault(form, []).append(entities[annotated.name].id)
    if not bearers:
        return {}
    seen = {(mention.start, mention.end): entity.id for entity in read.entities for mention in entity.mentions}
    text, found = read.release.text, dict[str, list[Mention]]()
    for match in _forms(bearers, text).finditer(text):
        form, place = match.group(), match.span()
        iri = seen[place] if seen.get(place) in bearers[form] else bearers[form][0]
        found.setdefault(iri, []).append(Mention(text=form, start=place[0], end=place[1]))
    return found


def _forms(forms: Mapping[str, object], text: str) -> re.Pattern[str]:
    """Finds the longest form at a place: as a word of its own, or, where it never is one, within a word."""
    parts = []
    for form in sorted(forms, key=lambda form: (-len(form), form)):
        whole = rf"(?<!\w){re.escape(form)}(?!\w)"
        parts.append(whole if re.search(whole, text) else re.escape(form))
    return re.compile("|".join(parts))

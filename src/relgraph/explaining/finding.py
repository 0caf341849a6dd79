"""From what a user types to a relation of a release: its IRI, its id, or release, type and ends by their labels.

A miss suggests what comes nearest.
"""

import re
from collections.abc import Iterable, Sequence

from relgraph.errors import StoreError, UnknownName
from relgraph.explaining.sources import Releases
from relgraph.explaining.words import LANGUAGES, relation_label
from relgraph.extraction.pipeline import extract
from relgraph.model import Entity, Extraction, Relation, Release
from relgraph.names.folding import folded
from relgraph.vocabulary import ID, ONTOLOGY, Basis, RelationType

_ID = re.compile(r"(?P<release>[a-z0-9][a-z0-9.-]*)/(?P<digest>[0-9a-f]{12})")
_SUGGESTIONS = 3
_LISTED = 8
_SCORE = 50


def find_relation(words: Sequence[str], releases: Releases) -> tuple[Extraction, Relation]:
    """The relation that words name, with what is read out of its release.

    Raises:
        UnknownName: they name none; suggestions come along.
        StoreError: they name one that people alone have stated.
    """
    label = " ".join(words)
    bare = words[0].strip().removeprefix(ID).removeprefix("id:").removeprefix("relation/")
    if len(words) == 1 and (told := _ID.fullmatch(bare)):
        extraction = extract(_release(told["release"], releases))
        wanted = f"{ID}relation/{bare}"
        for relation in extraction.relations:
            if relation.id == wanted:
                return extraction, relation
        if (stored := releases.stored(wanted)) and stored.basis is not Basis.MACHINE:
            raise StoreError(releases.location, f"relation {bare} is {stored.basis}, and no rule reads it")
        raise UnknownName(label, "relation", _told(extraction, extraction.relations))
    extraction = extract(_release(bare.removeprefix("release/"), releases))
    if len(words) == 1:
        raise UnknownName(label, "relation", _told(extraction, extraction.relations))
    return extraction, _by_labels(words[1:], extraction)


def relation_type(label: str) -> RelationType:
    """The type of relation that a name or label stands for.

    Raises:
        UnknownName: none does.

    >>> relation_type("Besuch"), relation_type("visit")
    (<RelationType.VISIT: 'visit'>, <RelationType.VISIT: 'visit'>)
    """
    known = {folded(kind.value): kind for kind in RelationType}
    known |= {folded(ONTOLOGY + kind.class_name): kind for kind in RelationType}
    known |= {folded(relation_label(kind, language)): kind for kind in RelationType for language in LANGUAGES}
    if (found := known.get(folded(label))) is not None:
        return found
    raise UnknownName(label, "type of relation", _nearest(label, [kind.value for kind in RelationType] + list(known)))


def _release(label: str, releases: Releases) -> Release:
    release = releases.get(label) if re.fullmatch(r"[a-z0-9][a-z0-9.-]*", label) else None
    if release is None:
        raise UnknownName(label, "release", _nearest(label, releases.ids()))
    return release


def _by_labels(words: Sequence[str], extraction: Extraction) -> Relation:
    kind = relation_type(words[0])
    of_kind = [relation for relation in extraction.relations if relation.type == kind]
    ends = [_entities(word, extraction) for word in words[1:]]
    for relation in of_kind:
        pair = (relation.subject, relation.object)
        for one in (pair, pair[::-1]) if kind.symmetric else (pair,):
            wanted = [end for end in one if end is not None]
            if len(wanted) == len(ends) and all(end in ids for end, ids in zip(wanted, ends, strict=True)):
                return relation
    told = _told(extraction, of_kind) or _told(extraction, extraction.relations)
    raise UnknownName(" ".join([extraction.release.id, *words]), "relation", told)


def _entities(label: str, extraction: Extraction) -> set[str]:
    """Ids of the entities of a release that a label may mean."""
    found = {entity.id for entity in extraction.entities if folded(label) in map(folded, _labels(entity))}
    if not found:
        known = [entity.name for entity in extraction.entities]
        raise UnknownName(label, f"entity of {extraction.release.id}", _nearest(label, known))
    return found


def _labels(entity: Entity) -> Iterable[str]:
    yield from (entity.id, entity.id.removeprefix(ID), entity.name)
    yield from (label for label in (entity.name_en, entity.code) if label)
    yield from (mention.text for mention in entity.mentions)


def _told(extraction: Extraction, relations: Sequence[Relation]) -> list[str]:
    """Relations as the command takes them."""
    names = {entity.id: entity.name for entity in extraction.entities}
    return [
        " ".join([relation.type.value, *(f'"{names[end]}"' for end in (relation.subject, relation.object) if end)])
        for relation in relations[:_LISTED]
    ]


def _nearest(label: str, known: Sequence[str]) -> list[str]:
    from rapidfuzz import fuzz, process

    found = process.extract(folded(label), known, scorer=fuzz.ratio, processor=folded, score_cutoff=_SCORE, limit=9)
    return list(dict.fromkeys(name for name, *_ in found))[:_SUGGESTIONS]


def relation_id(relation: Relation) -> str:
    """The id by which a relation can be asked for: its IRI without the common beginning.

    >>> from relgraph import iris
    >>> from relgraph.model import Evidence
    >>> told = Evidence(text="x", start=0, end=1)
    >>> relation_id(Relation(id=iris.relation("a", "visit", "s", "o"), type="visit", subject="s", object="o",
    ...                      rule="visit/x", evidence=told))
    'a/29f2576c6057'
    """
    return relation.id.removeprefix(f"{ID}relation/")

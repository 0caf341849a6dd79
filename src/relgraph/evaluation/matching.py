"""Which extracted entity or relation is which annotated one.

An entity matches one of its type by its name, else by a common surface form, case and blanks aside. A relation matches
one of its type with the same ends, in either order where the type is symmetric; where the annotation has no object, one
without object, of the same subject, and with a common topic. Each annotation is matched once, in the order of the file.
"""

from collections.abc import Sequence

from relgraph.evaluation.gold import GoldEntity, GoldRelation
from relgraph.model import Entity, Relation


def match_entities(gold: Sequence[GoldEntity], found: Sequence[Entity]) -> dict[str, str]:
    """Names of annotated entities by the ids of the extracted ones that match them."""
    matches: dict[str, str] = {}
    for by_name in (True, False):
        for entity in found:
            if entity.id in matches:
                continue
            left = (one for one in gold if one.type == entity.type and one.name not in matches.values())
            hit = next((one for one in left if _same(one, entity, by_name=by_name)), None)
            if hit is not None:
                matches[entity.id] = hit.name
    return matches


def match_relations(
    gold: Sequence[GoldRelation], found: Sequence[Relation], names: dict[str, str]
) -> list[tuple[Relation, GoldRelation]]:
    """Pairs of an extracted and an annotated relation; `names` are the matched entities."""
    left, pairs = list(gold), []
    for relation in found:
        hit = next((one for one in left if _states(one, relation, names)), None)
        if hit is not None:
            left.remove(hit)
            pairs.append((relation, hit))
    return pairs


def known(entity: str, names: dict[str, str]) -> str:
    """Name of the annotated entity that an id matches, or a name that no annotation has.

    >>> known("id:1", {"id:1": "Japan"}), known("id:2", {})
    ('Japan', '?id:2')
    """
    return names.get(entity, f"?{entity}")


def _same(gold: GoldEntity, entity: Entity, *, by_name: bool) -> bool:
    if by_name:
        return _folded(gold.name) == _folded(entity.name)
    mentioned = {_folded(entity.name), *(_folded(mention.text) for mention in entity.mentions)}
    return not mentioned.isdisjoint(map(_folded, (gold.name, *gold.mentions)))


def _states(gold: GoldRelation, relation: Relation, names: dict[str, str]) -> bool:
    if gold.type != relation.type:
        return False
    subject = known(relation.subject, names)
    if gold.object is None or relation.object is None:
        common = set(gold.topics) & set(relation.topics)
        return gold.object is None and relation.object is None and gold.subject == subject and bool(common)
    ends, wanted = (subject, known(relation.object, names)), (gold.subject, gold.object)
    return ends == wanted or (gold.type.symmetric and ends == wanted[::-1])


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()

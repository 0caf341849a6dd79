"""Pages that lead to all others: the first page, entities by class and letter, releases by year, the tree of topics."""

from collections import defaultdict
from collections.abc import Iterator

from relgraph.names.folding import folded
from relgraph.publishing.site.material import Material
from relgraph.publishing.site.rendering import Tree
from relgraph.vocabulary import Basis, EntityType

UNDATED = "undated"


def overview(material: Material, tree: Tree) -> Iterator[tuple[str, bytes]]:
    """All these pages in one language."""
    kinds = _by_kind(material)
    years = _by_year(material)
    counts = {year: len(held) for year, held in years.items()}
    yield tree.page(
        "index.html", "index", relations=sum(material.bases.values()), sentences=material.sentences,
        releases=len(material.origins), entities=len(material.entities), years=counts,
        bases={basis.value: material.bases[basis] for basis in Basis if basis in material.bases},
        kinds={kind: len(held) for kind, held in kinds.items()},
    )  # fmt: skip
    ties = defaultdict(int, {iri: len(held) for iri, held in material.ties.items()})
    for kind, held in kinds.items():
        yield tree.page(
            "entities.html", f"entities/{kind}", key=kind, total=len(held), letters=_letters(held, tree), ties=ties
        )
    yield tree.page("releases.html", "releases", year=None, years=counts, shown=[])
    for year, releases in years.items():
        shown = [material.origins[one] for one in releases]
        yield tree.page("releases.html", f"releases/{year}", year=year, years=counts, shown=shown)
    below: dict[str | None, list[str]] = defaultdict(list)
    for topic in sorted(material.broader, key=lambda one: (folded(tree.name(one)), one)):
        below[material.broader[topic]].append(topic)
    yield tree.page("topics.html", "topics", below=dict(below), ties=ties)


def _by_kind(material: Material) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {kind.value: [] for kind in EntityType}
    for iri in material.entities:
        found[material.things[iri].kind].append(iri)
    return {kind: held for kind, held in found.items() if held}


def _by_year(material: Material) -> dict[str, list[str]]:
    """Releases by year, both the newest first; those without a date come last."""
    found: dict[str, list[str]] = defaultdict(list)
    for iri in material.newest(material.origins):
        found[(material.origins[iri].date or UNDATED)[:4] if material.origins[iri].date else UNDATED].append(iri)
    return {year: found[year] for year in sorted(found, key=lambda year: (year != UNDATED, year), reverse=True)}


def _letters(entities: list[str], tree: Tree) -> dict[str, list[str]]:
    """Entities by the first letter of their name; `0` stands for what begins with none of A to Z."""
    found: dict[str, list[str]] = defaultdict(list)
    for iri in sorted(entities, key=lambda one: (folded(tree.name(one)), one)):
        first = folded(tree.name(iri))[:1].upper()
        found[first if "A" <= first <= "Z" else "0"].append(iri)
    return {letter: found[letter] for letter in sorted(found, key=lambda letter: (letter == "0", letter))}

"""The explorer: one HTML file with the picture, its filters, the sentences behind each line, and a table of the same.

Draws with vis-network out of pyvis, through a template of its own: pyvis' loads from CDNs.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache

import networkx as nx
from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from relgraph.explore.columns import table
from relgraph.explore.discs import Disc, discs_of
from relgraph.explore.embedding import json_block, policy, script, style, vis_network
from relgraph.explore.evidence import evidence
from relgraph.explore.lines import Line, lines_of, weights
from relgraph.explore.looks import LOOKS, OUTLINES
from relgraph.explore.opening import STEP, opening
from relgraph.explore.payload import BASE, Item, Row, calendar, ordered, part, totals
from relgraph.explore.rings import rings
from relgraph.explore.words import labels, strings
from relgraph.network.extent import extent
from relgraph.network.measures import neighbourhood
from relgraph.network.naming import find_node
from relgraph.network.projection import project
from relgraph.network.strongest import strongest
from relgraph.queries.question import ParameterType
from relgraph.queries.resolving import resolve
from relgraph.store.protocol import Store
from relgraph.vocabulary import ID, ONTOLOGY, SYMMETRIC, TOPIC

LARGE, STRONGEST = 10_000, 4_000
"""Ties from which on a page holds a part of the graph, and how many it holds then: it opens in seconds, of some MB."""

TITLE = {"de": "Auslandsbeziehungen der Regionen", "en": "Foreign relations of regions"}

_SCRIPTS = (
    "data", "wording", "source", "served", "keys", "state", "paths", "filters", "opening", "arrange", "labels",
    "strokes", "groups", "picture", "walk", "parts", "statements", "node", "neighbours", "panel", "suggest", "route",
    "search", "facets", "time", "shelf", "table", "exports", "turtle", "drawn", "download", "main",
)  # fmt: skip
_OPTIONS = {
    "physics": {"enabled": False},
    "edges": {"smooth": False},
    "nodes": {"borderWidth": 1.5, "borderWidthSelected": 3},
    "interaction": {
        "hover": True,
        "keyboard": {"enabled": False},
        "multiselect": False,
        "selectConnectedEdges": True,
        "hideEdgesOnDrag": False,
        "tooltipDelay": 200,
    },
    "layout": {"improvedLayout": False},
}


def explorer_page(
    graph: "nx.MultiDiGraph[str]", *, focus: str | None = None, hops: int = 2, title: str | None = None
) -> str:
    """HTML of the graph, or of what lies within `hops` steps of the node `focus` (its IRI).

    The same graph gives the same text. Nodes without any relation are not drawn; the page says how many and finds them
    by its search.
    """
    cut = graph if focus is None else neighbourhood(graph, focus, hops)
    lines = lines_of(cut)
    data = page_data(cut, lines, focus, totals=totals(cut), calendar=calendar(cut), title=title)
    return _render(title or TITLE["de"], data, evidence(cut, lines, ordered(cut, lines)))


def store_page(store: Store, *, name: str | None = None, hops: int = 2, title: str | None = None) -> str:
    """HTML of the graph of a store, or of what lies within `hops` steps of what is called so; see `explorer_page`.

    Of more than `LARGE` ties, the page holds the `STRONGEST`, with the newest sentence of each, and says so.

    Raises:
        UnknownName: nothing is called so; the message suggests.
    """
    held = extent(store)
    if held.ties <= LARGE:
        whole = project(store)
        return explorer_page(whole, focus=None if name is None else find_node(whole, name), hops=hops, title=title)
    focus = None if name is None else resolve(name, ParameterType.ENTITY, store).value
    graph, statements = strongest(store, STRONGEST, focus, hops)
    lines = lines_of(graph)  # counted by what ties say, before their newest statements join them
    for key, said in statements.items():
        graph.edges[key]["statements"] = said
    totals = {"entities": held.entities, "relations": held.ties, "sentences": held.sentences, "releases": held.releases}
    data = page_data(graph, lines, focus, totals=totals, calendar=held.months, title=title)
    return _render(title or TITLE["de"], data, evidence(graph, lines, ordered(graph, lines)), partial=True)


def served_page(data: Item, *, scripts: tuple[str, ...], styles: tuple[str, ...], language: str) -> str:
    """HTML of an explorer that grows, in a language; scripts (vis-network first) and styles stand at addresses.

    `data` is that of `page_data`; what the page fetches beyond it is told by `static/explorer/served.js`.
    """
    return _template().render(
        heading=TITLE["de"], script_addresses=scripts, style_addresses=styles, scripts=(), styles=(), policy="",
        strings=strings("explorer"), data=json_block(data | {"language": language}), evidence="", home="/",
        partial=False,
    )  # fmt: skip


def page_data(
    cut: "nx.MultiDiGraph[str]", lines: Sequence[Line], focus: str | None, *, totals: Mapping[str, object],
    calendar: Mapping[str, int], title: str | None = None,
) -> Item:  # fmt: skip
    """All that the page has to know but the sentences: the graph, where its nodes stand, what opens, and words.

    `totals` and `calendar` are those of the whole of which the graph may be a part.
    """
    number = {name: index for index, name in enumerate(ordered(cut, lines))}
    chosen, whole = opening(cut, lines, focus), discs_of(lines)
    near = rings(cut, chosen, weights(lines))
    return _words() | {
        "part": part(cut, lines, whole.places, whole.numbers),
        "discs": table([_disc(disc, number) for disc in whole.discs]),
        "centres": [number[name] for name in chosen.centres],
        "totals": totals,
        "calendar": calendar,
        "opening": [[number[name], *place, number.get(chosen.behind.get(name) or "")] for name, place in near.items()],
        "focus": None if focus is None else number[focus],
        "title": {"de": title, "en": title} if title else TITLE,
    }


def _words() -> Item:
    """All of the data that is the same for every graph."""
    return {
        "base": BASE,
        "bases": {"id": ID, "topic": TOPIC, "ontology": ONTOLOGY},
        "limit": STEP,
        "options": _OPTIONS,
        "labels": labels(),
        "looks": {kind: {"shape": look.shape, "hue": look.hue} for kind, look in LOOKS.items()},
        "outlines": OUTLINES,
        "symmetric": sorted(SYMMETRIC),
        "strings": strings("explorer"),
    }


def _disc(disc: Disc, number: Mapping[str, int]) -> Row:
    (x, y), chiefs = disc.middle, tuple(number[name] for name in disc.chiefs)
    return {"x": x, "y": y, "radius": disc.radius, "chiefs": chiefs or None}


def _render(heading: str, data: Item, proof: Item, *, partial: bool = False) -> str:
    scripts, styles = (vis_network(), explorer_script()), (style("common.css", "explorer.css"),)
    return _template().render(
        heading=heading, scripts=scripts, styles=styles, policy=policy(scripts, styles), strings=strings("explorer"),
        data=json_block(data), evidence=json_block(proof), script_addresses=(), style_addresses=(), home="",
        partial=partial,
    )  # fmt: skip


def explorer_script(*, served: bool = False) -> str:
    """Our own scripts of the page, one after the other; `served` ones fetch what they do not know."""
    names = [name for name in _SCRIPTS if served or name != "served"]
    return script(*(f"explorer/{name}.js" for name in names))


@lru_cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("relgraph.explore"), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    return environment.get_template("explorer.html")

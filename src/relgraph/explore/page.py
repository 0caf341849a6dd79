"""The explorer: one HTML file with the picture, its filters, the sentences behind each line, and a table of the same.

Made with pyvis, whose nodes, edges and options it keeps, through our own template: pyvis' own loads from CDNs.
"""

import math

import networkx as nx
from jinja2 import Environment, PackageLoader, StrictUndefined
from pyvis.network import Network

from relgraph.explore.embedding import json_block, policy, script, style, vis_network
from relgraph.explore.layout import Place, arrange
from relgraph.explore.lines import FIRST_VIEW, Line, first_view, lines_of, weights
from relgraph.explore.looks import LOOKS, OUTLINES
from relgraph.explore.payload import Item, payload
from relgraph.explore.words import labels, strings
from relgraph.network.measures import neighbourhood

TITLE = {"de": "Auslandsbeziehungen der Regionen", "en": "Foreign relations of regions"}

_SCRIPTS = (
    "data", "wording", "filters", "arrange", "labels", "picture",
    "parts", "panel", "table", "search", "facets", "main",
)  # fmt: skip
_OPTIONS = {
    "physics": {"enabled": False},
    "edges": {"smooth": False},
    "nodes": {"borderWidth": 1.5, "borderWidthSelected": 3},
    "interaction": {
        "hover": True,
        "keyboard": {"enabled": True, "bindToWindow": False},
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
    part = graph if focus is None else neighbourhood(graph, focus, hops)
    lines = lines_of(part)
    weight = weights(lines)
    nodes = [*sorted(weight, key=lambda name: (-weight[name], name)), *sorted(set(part) - set(weight))]
    net = _Explorer(title or TITLE["de"])
    _draw(net, part, nodes, lines, first_view(lines, pinned=[focus] if focus else []))
    net.extra = payload(part, lines, nodes) | {
        "title": {"de": title, "en": title} if title else TITLE,
        "limit": FIRST_VIEW,
        "focus": nodes.index(focus) if focus else None,
    }
    return str(net.generate_html())


class _Explorer(Network):  # type: ignore[misc]  # pyvis ships no types
    """A pyvis network that renders our template."""

    def __init__(self, title: str) -> None:
        # directed, or pyvis would compare each new edge with all before it; the arrows are ours
        super().__init__(height="100%", width="100%", directed=True, heading=title, cdn_resources="in_line")
        self.options = _OPTIONS
        self.path = "explorer.html"
        self.extra: Item = {}
        self.templateEnv = Environment(
            loader=PackageLoader("relgraph.explore"), autoescape=True, undefined=StrictUndefined, trim_blocks=True
        )
        scripts = (vis_network(), script(*(f"explorer/{name}.js" for name in _SCRIPTS)))
        styles = (style("common.css", "explorer.css"),)
        self.templateEnv.globals.update(
            scripts=scripts, styles=styles, policy=policy(scripts, styles), data=self._data,
            labels=labels(), strings=strings("explorer"), looks=LOOKS, outlines=OUTLINES, json_block=json_block,
        )  # fmt: skip

    def _data(self) -> Item:
        return {"nodes": self.nodes, "edges": self.edges, "options": self.options} | self.extra


def _draw(net: Network, graph: "nx.MultiDiGraph[str]", nodes: list[str], lines: list[Line], opening: list[str]) -> None:
    """Hand nodes and lines to pyvis: `x`, `y` for the whole picture, `near` for the one that the page opens with."""
    weight, pairs = weights(lines), {line.ends: line.sentences for line in lines}
    number = {name: index for index, name in enumerate(nodes)}
    far, near = arrange([name for name in nodes if name in weight], pairs), arrange(opening, pairs)
    for name in nodes:
        net.add_node(number[name], **_node(name, graph, number, weight.get(name, 0), far.get(name), near.get(name)))
    for index, line in enumerate(lines):
        first, second = (number[end] for end in line.ends)
        net.add_edge(first, second, id=index, arrows="")


def _node(
    name: str, graph: "nx.MultiDiGraph[str]", number: dict[str, int], sentences: int,
    place: Place | None, near: Place | None,
) -> Item:  # fmt: skip
    data = graph.nodes[name]
    item: Item = {
        "label": data["label"],
        "label_en": data["label_en"],
        "shape": LOOKS[data["type"]].shape,
        "group": data["type"],
        "size": round(min(34.0, 6 + 3.2 * math.sqrt(sentences)), 1),
        "iri": name,
        "code": data["code"],
        "same_as": data.get("same_as"),
        "part_of": number.get(data["part_of"] or ""),
        "sentences": sentences,
        "x": place and place[0],
        "y": place and place[1],
        "near": near,
    }
    return {key: value for key, value in item.items() if value is not None}

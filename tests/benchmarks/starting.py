"""How long it takes from nothing to a first answer: commands in processes of their own, beside what one would type."""

import sys
from pathlib import Path
from statistics import median

from measuring import in_turn, ran, relgraph
from table import Row

TURNS = 5
OXIGRAPH = Path(sys.executable).with_name("oxigraph")
COUNTED = "SELECT ?c (COUNT(?t) AS ?n) { ?t a <https://w3id.org/relgraph/ontology#Partnership> ; ?p ?c } GROUP BY ?c"
PARSED = """import sys, rdflib
graph = rdflib.Dataset()
graph.parse(sys.argv[1], format="nquads")
print(len(list(graph.query(sys.argv[2]))))"""


def compare(store, quads, small, turns=TURNS):
    """Rows for starts; `small` says whether there are few enough releases for rdflib to load them."""
    from relgraph.store.generations import current_generation

    python = sys.executable
    engine = [OXIGRAPH, "query", "--location", current_generation(Path(store)), "--query", COUNTED]
    asked = ("query", "partnerships", "--param", "country=Japan", "--store", store)
    pairs = [
        ("`relgraph --help`", lambda: relgraph("--help"), "`python -c 'import rdflib'`",
         lambda: ran([python, "-c", "import rdflib"])),
        ("`relgraph query partnerships`, from a cold start", lambda: relgraph(*asked), "`oxigraph query`, on relations",
         lambda: ran([*engine, "--results-format", "csv"])),
    ]  # fmt: skip
    for what, ours, peer, theirs in pairs:
        taken = in_turn((ours, theirs), turns)
        mine, other = (median(one.clock for one in held) for held in taken)
        yield Row(what, mine, "s", peer, other)
    if small:
        other = ran([python, "-c", PARSED, quads, COUNTED]).clock
        yield Row("the same", mine, "s", "rdflib, parsing and asking", other)

"""`relgraph export`."""

import click

from relgraph.cli.options import format_option, output_option, store_option
from relgraph.cli.output import stream


@click.command(short_help="Write the graph as RDF, GraphML or CSV.")
@format_option(("ttl", "nt", "nq", "trig", "xml", "jsonld", "graphml", "csv"), "ttl")
@output_option()
@store_option()
def export(format_: str, output: str, store: str) -> None:
    """Write the whole graph, without the ontology, in one format.

    nq, trig and jsonld keep the graph of each release apart; graphml holds entities and the ties between them; csv has
    one line a relation.

    \b
    Example:
      relgraph export --format csv -o relations.csv
    """
    from relgraph.export import export as export_graph
    from relgraph.store.opening import open_store

    with open_store(store) as opened:
        stream(export_graph(opened, format_), output)

"""`relgraph explore`."""

import click

from relgraph.cli.options import output_option, store_option
from relgraph.cli.output import emit


@click.command(short_help="Write a page to look around in the graph.")
@click.option("--focus", metavar="NAME", help="Only what lies around this entity: a name, an ISO 3166 code or an IRI.")
@click.option("--hops", type=click.IntRange(1), default=1, show_default=True, help="How many steps from --focus.")
@click.option("--title", help="Heading of the page.")
@output_option("graph.html")
@store_option()
def explore(focus: str | None, hops: int, title: str | None, output: str, store: str) -> None:
    """Write one HTML file that shows the graph and opens without a network.

    Of a graph with more than ten thousand ties, the page holds the best evidenced ones with their newest sentences, and
    says so; `relgraph serve` shows all.

    \b
    Example:
      relgraph explore --focus Japan --hops 1 -o japan.html
    """
    from relgraph.explore.page import store_page
    from relgraph.store.opening import open_store

    with open_store(store) as opened:
        emit(store_page(opened, name=focus, hops=hops, title=title), output)

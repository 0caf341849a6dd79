"""`relgraph query`."""

from collections.abc import Sequence

import click

from relgraph.cli.options import ANSWERS, Assignment, format_option, lang_option, output_option, store_option
from relgraph.cli.output import emit, say


@click.command(short_help="Answer a question by name, or any SPARQL.")
@click.argument("question", metavar="NAME|FILE.rq|-")
@click.option(
    "-p", "--param", "params", type=Assignment(), multiple=True,
    help="Value of a parameter, such as country=Japan; labels, codes and IRIs all work.",
)  # fmt: skip
@format_option(ANSWERS, "table")
@output_option()
@lang_option()
@store_option()
def query(question: str, params: Sequence[tuple[str, str]], format_: str, output: str, lang: str, store: str) -> None:
    """Answer a question of the catalogue, or the SPARQL of a file or of standard input.

    \b
    Example:
      relgraph query partner-institutions --param country=Japan
      echo 'SELECT (COUNT(*) AS ?n) WHERE { ?s a rg:Country }' | relgraph query -
    """
    from relgraph.queries.asking import ask
    from relgraph.store.opening import open_store

    with open_store(store) as opened:
        answer = ask(question, dict(params), opened, lang)
    emit(answer.write(format_), output, shown=format_ == "table")
    if answer.rest:
        say(f"{answer.counted}; --param limit=0 " + ("gives all of them" if lang == "en" else "gibt alle aus"))
    elif format_ == "table" and answer.size:
        say(answer.counted)
    if answer.size == 0:
        say("no answer in the graph" if lang == "en" else "darauf hat der Graph keine Antwort")

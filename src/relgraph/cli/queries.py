"""`relgraph queries`."""

import click

from relgraph.cli.options import TABLES, format_option, lang_option, output_option
from relgraph.cli.output import emit


@click.command(short_help="List the questions that can be asked by name.")
@format_option(TABLES, "table")
@output_option()
@lang_option()
def queries(format_: str, output: str, lang: str) -> None:
    """List the questions that `relgraph query` answers by name, with the parameters that each takes.

    \b
    Example:
      relgraph queries --lang en
    """
    from relgraph.queries.catalogue import listing
    from relgraph.queries.formats import write_table

    table, headings, title = listing(lang)
    text = write_table(table, format_, headings=headings, title=title, language=lang)
    emit(text, output, shown=format_ == "table")

"""`relgraph queries`."""

import click

from relgraph.cli.options import TABLES, format_option, output_option
from relgraph.cli.output import emit


@click.command(short_help="List the questions that can be asked by name.")
@format_option(TABLES, "table")
@output_option()
@click.option(
    "--language", type=click.Choice(("de", "en")), default="de", show_default=True, help="Language of the questions."
)
def queries(format_: str, output: str, language: str) -> None:
    """List the questions that `relgraph query` answers by name, with the parameters that each takes.

    \b
    Example:
      relgraph queries --language en
    """
    from relgraph.queries.catalogue import listing
    from relgraph.queries.formats import write_table

    table, headings, title = listing(language)
    emit(
        write_table(table, format_, headings=headings, title=title, language=language), output, shown=format_ == "table"
    )

"""`relgraph evaluate`."""

from pathlib import Path

import click

from relgraph.cli.options import TABLES, format_option, output_option
from relgraph.cli.output import emit, say


@click.command(short_help="Compare what is read with annotated releases.")
@click.argument("gold", required=False, metavar="GOLD", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--releases", type=click.Path(exists=True, path_type=Path), help="Folder of the releases annotated.")
@format_option(TABLES, "table")
@output_option()
def evaluate(gold: Path | None, releases: Path | None, format_: str, output: str) -> None:
    """Print precision, recall and F1 of reading against annotations, those that come with relgraph by default.

    \b
    Example:
      relgraph evaluate --format md
    """
    from relgraph.evaluation.reading import evaluate as evaluate_reading
    from relgraph.evaluation.table import HEADINGS, table
    from relgraph.queries.formats import write_table

    scores = evaluate_reading(gold, releases)
    emit(
        write_table(table(scores), format_, headings=HEADINGS, title="Evaluation", language="en"),
        output,
        shown=format_ == "table",
    )
    say(f"{scores.releases} releases annotated, {len(scores.missing)} of them not read")

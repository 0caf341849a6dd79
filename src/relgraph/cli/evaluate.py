"""`relgraph evaluate`."""

from pathlib import Path

import click

from relgraph.cli.options import TABLES, format_option, output_option
from relgraph.cli.output import emit, say

_PEOPLE = ("table", "md", "html")


@click.command(short_help="Compare what is read with annotated releases.")
@click.argument("gold", required=False, metavar="GOLD", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--releases", type=click.Path(exists=True, path_type=Path), help="Folder of the releases annotated.")
@click.option(
    "--part",
    type=click.Choice(["open", "closed", "all"]),
    help="Only the open or the closed releases, or all as one; without it, open, closed and the gap between them.",
)
@format_option(TABLES, "table")
@output_option()
def evaluate(gold: Path | None, releases: Path | None, part: str | None, format_: str, output: str) -> None:
    """Print precision, recall and F1 of reading against annotations, those that come with relgraph by default.

    Values in brackets are 95 % confidence intervals.

    \b
    Example:
      relgraph evaluate --format md
    """
    from relgraph.evaluation.figures import scored, summary
    from relgraph.evaluation.reading import evaluate as evaluate_reading
    from relgraph.evaluation.split import Part, parts
    from relgraph.evaluation.table import HEADINGS, figure_table
    from relgraph.queries.formats import write_table

    evaluation = evaluate_reading(gold, releases)
    chosen = (Part(part),) if part else parts(one.gold.id for one in evaluation.comparisons)
    several = scored(evaluation, chosen)
    if not several[0].scores.releases:
        raise click.UsageError(f"none of the annotated releases is {part}")
    table = figure_table(summary(several), people=format_ in _PEOPLE)
    emit(
        write_table(table, format_, headings=HEADINGS, title="Evaluation", language="en"),
        output,
        shown=format_ == "table",
    )
    missing = sum(len(one.scores.missing) for one in several)
    say(f"{sum(len(one.scores.releases) for one in several)} releases annotated, {missing} of them not read")
    for misfit in evaluation.misfits:
        say(f"{misfit}: annotated on another text than the one that was read")

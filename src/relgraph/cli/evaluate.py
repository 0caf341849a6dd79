"""`relgraph evaluate`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from relgraph.cli.options import TABLES, format_option, output_option
from relgraph.cli.output import emit, say

if TYPE_CHECKING:
    from relgraph.evaluation.reading import Evaluation
    from relgraph.evaluation.split import Part

_PEOPLE = ("table", "md", "html")


@click.command(short_help="Compare what is read with annotated releases.")
@click.argument("gold", required=False, metavar="GOLD", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--releases", type=click.Path(exists=True, path_type=Path), help="Folder of the releases annotated.")
@click.option("--by", type=click.Choice(["type", "rule", "region", "confidence"]), help="Split the figures up.")
@click.option(
    "--part",
    type=click.Choice(["open", "closed", "all"]),
    help="Only the open or the closed releases, or all as one; without it, open, closed and the gap between them.",
)
@click.option("--errors", is_flag=True, help="List the single errors of the open releases with sentence and rule.")
@click.option(
    "--reveal-closed", is_flag=True, help="With --errors: of closed releases too. Whoever looks writes no rules then."
)
@click.option("--check-floors", is_flag=True, help="Hold the bundled releases against their floors; 1 below one.")
@click.option("--update-floors", is_flag=True, help="Raise the floors to what is read now, and take up the corpus.")
@click.option("--allow-lower", is_flag=True, help="With --update-floors: lower floors too, where less is read.")
@format_option(TABLES, "table")
@output_option()
@click.pass_context
def evaluate(
    ctx: click.Context,
    gold: Path | None,
    releases: Path | None,
    by: str | None,
    part: str | None,
    errors: bool,
    reveal_closed: bool,
    check_floors: bool,
    update_floors: bool,
    allow_lower: bool,
    format_: str,
    output: str,
) -> None:
    """Print precision, recall and F1 of reading against annotations, those that come with relgraph by default.

    Values in brackets are 95 % confidence intervals.

    \b
    Example:
      relgraph evaluate --by type --format md
    """
    from relgraph.evaluation.mistakes import mistake_table, mistakes
    from relgraph.evaluation.reading import evaluate as evaluate_reading
    from relgraph.evaluation.views import HEADINGS, view
    from relgraph.queries.formats import write_table

    _check_options(by, part, errors, reveal_closed)
    if check_floors or update_floors:
        if gold or releases or by or part or errors:
            raise click.UsageError("floors are those of the bundled releases as a whole")
        ctx.exit(_floors(evaluate_reading(), update=update_floors, allow_lower=allow_lower))
    if allow_lower:
        raise click.UsageError("--allow-lower goes with --update-floors")
    evaluation = evaluate_reading(gold, releases)
    parts = _parts(evaluation, part, errors, reveal_closed)
    if errors:
        comparisons = [one for chosen in parts for one in evaluation.of(chosen)]
        table = mistake_table(mistakes(comparisons, reveal_closed=reveal_closed))
    else:
        table = view(evaluation, parts, by, people=format_ in _PEOPLE)
    text = write_table(table, format_, headings=HEADINGS, title="Evaluation", language="en")
    emit(text, output, shown=format_ == "table")
    _tell(evaluation, parts)


def _check_options(by: str | None, part: str | None, errors: bool, reveal_closed: bool) -> None:
    if errors and by:
        raise click.UsageError("--errors and --by exclude each other")
    if errors and part in ("closed", "all") and not reveal_closed:
        raise click.UsageError("closed releases show figures only; --reveal-closed lists their errors all the same")
    if reveal_closed and not errors:
        raise click.UsageError("--reveal-closed goes with --errors")


def _floors(evaluation: "Evaluation", *, update: bool, allow_lower: bool) -> int:
    """Exit status of holding or updating the floors; what is wrong is said line by line."""
    from relgraph.evaluation.floors import baseline_path, breaches, corpus_digest, present, raise_floors, read_baseline

    path = baseline_path()
    now = present(evaluation, corpus_digest(path.parent))
    wrong = raise_floors(path, now, allow_lower=allow_lower) if update else breaches(read_baseline(path), now)
    for one in wrong:
        say(f"{path}: {one}")
    if not wrong:
        say(f"{path}: {'written' if update else 'all floors are held'}")
    return 1 if wrong else 0


def _parts(evaluation: "Evaluation", part: str | None, errors: bool, reveal_closed: bool) -> "tuple[Part, ...]":
    from relgraph.evaluation.split import Part, parts

    if errors and part is None:
        part = "all" if reveal_closed else "open"
    if part and not evaluation.of(Part(part)):
        raise click.UsageError(f"none of the annotated releases is {part}")
    return (Part(part),) if part else parts(one.gold.id for one in evaluation.comparisons)


def _tell(evaluation: "Evaluation", parts: "tuple[Part, ...]") -> None:
    """Say what the figures rest on."""
    shown = [one for part in parts for one in evaluation.of(part)]
    missing = sum(one.extraction is None for one in shown)
    say(f"{len(shown)} releases annotated ({', '.join(parts)}), {missing} of them not read")
    for misfit in evaluation.misfits:
        say(f"{misfit}: annotated on another text than the one that was read")

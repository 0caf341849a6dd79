"""`relgraph compare`."""

from collections.abc import Sequence

import click

from relgraph.cli.options import DateValue, format_option, lang_option, output_option, store_option
from relgraph.cli.output import emit

_FORMATS = ("table", "json", "jsonl", "csv", "md", "html", "png", "svg")


@click.command(short_help="Put partners side by side, by topic, type or year.")
@click.argument("partners", nargs=-1, required=True, metavar="PARTNER PARTNER...")
@click.option("--region", metavar="NAME", help="Only what this region's releases say, or what ties it itself.")
@click.option("--since", type=DateValue(), metavar="DATE", help="Releases of this day, month or year and later.")
@click.option("--until", type=DateValue(), metavar="DATE", help="Releases of this day, month or year and earlier.")
@click.option(
    "--by", type=click.Choice(("topic", "type", "year")), default="topic", show_default=True, help="What the rows are."
)
@format_option(_FORMATS, "table")
@output_option()
@lang_option()
@store_option()
def compare(
    partners: Sequence[str], region: str | None, since: str | None, until: str | None, by: str, format_: str,
    output: str, lang: str, store: str,
) -> None:  # fmt: skip
    """Compare what releases say of two or more partners: countries, regions, institutions.

    Each stands for all that is part of it and for the people in office there. A cell counts releases and sentences;
    html adds a heat map, whose cells tell the newest sentence.

    \b
    Example:
      relgraph compare Japan China Korea --region Baden-Württemberg
      relgraph compare Kanagawa Jiangsu --by year --format html -o vergleich.html
    """
    if len(partners) < 2:
        raise click.UsageError("a comparison needs two partners or more")
    from relgraph.comparison.comparison import By
    from relgraph.comparison.gathering import compare as compared
    from relgraph.comparison.writing import write
    from relgraph.store.opening import open_store

    with open_store(store) as opened:
        held = compared(opened, partners, region=region, since=since, until=until, by=By(by), language=lang)
    if format_ in ("html", "png", "svg"):
        from relgraph.explore.heatmap import DRAWN

        emit(DRAWN[format_](held, lang), output)
        return
    emit(write(held, format_, lang), output, shown=format_ in ("table", "md"))

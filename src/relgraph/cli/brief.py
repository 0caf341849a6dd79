"""`relgraph brief`."""

import click

from relgraph.cli.options import DateValue, lang_option, output_option, store_option
from relgraph.cli.output import emit, say

FORMATS = ("html", "md", "docx", "pdf", "json")


@click.command(short_help="Write a brief on a country, region or city, with footnotes.")
@click.argument("focus", metavar="NAME")
@click.option("--region", metavar="NAME", help="Only what releases of this region say, or others say of it.")
@click.option("--since", type=DateValue(), metavar="DATE", help="Only releases of this day, month or year and later.")
@click.option("--until", type=DateValue(), metavar="DATE", help="Only releases up to this day, month or year.")
@click.option("-f", "--format", "format_", type=click.Choice(FORMATS), help="Format.  [default: by the suffix of FILE]")
@output_option()
@lang_option()
@store_option()
@click.pass_context
def brief(
    ctx: click.Context,
    focus: str, region: str | None, since: str | None, until: str | None, format_: str | None, output: str, lang: str,
    store: str,
) -> None:  # fmt: skip
    """Write one to three pages on what releases say of NAME, every statement with its sentence as a footnote.

    Where the graph holds no relation of NAME, no brief is written: standard error says so, with names near it, and the
    exit status is 1.

    \b
    Example:
      relgraph brief Japan --region Baden-Württemberg --since 2015 -o brief.html
    """
    from relgraph.brief.absence import absence
    from relgraph.brief.composing import compose
    from relgraph.brief.gathering import gather
    from relgraph.brief.writing import format_of, write_brief
    from relgraph.store.opening import open_store

    chosen = format_ or format_of(output)
    with open_store(store) as opened:
        material = gather(opened, focus, region=region, since=since, until=until)
        missing = list(absence(material, focus, opened, lang))
        written = "" if missing else write_brief(compose(material, lang), chosen)
    for line in missing:
        say(line)
    if missing:
        ctx.exit(1)
    emit(written, output)

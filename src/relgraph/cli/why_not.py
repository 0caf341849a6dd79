"""`relgraph why-not`."""

import sys

import click

from relgraph.cli.options import DateValue, format_option, lang_option, output_option
from relgraph.cli.output import emit


@click.command("why-not", short_help="Say why a sentence states no relation.")
@click.argument("sentence", metavar="SENTENCE|-")
@click.option("--expect", metavar="TYPE", help="Type of relation that was expected, such as visit or Besuch.")
@click.option("--region", metavar="NAME", help='Region that "das Land" stands for.')
@click.option("--date", type=DateValue(), metavar="DATE", help="Day from which dates are counted.")
@click.option("--publisher", metavar="NAME", help="Publisher; one of a city speaks for the city.")
@lang_option()
@format_option(("text", "json"), "text")
@output_option()
def why_not(
    sentence: str,
    expect: str | None,
    region: str | None,
    date: str | None,
    publisher: str | None,
    lang: str,
    format_: str,
    output: str,
) -> None:
    """Say why a sentence states no relation, or not the one expected: what was recognised, which types of relation were
    announced by which words, which rules came close and which check stopped them, what the scorer refused and why, and
    what would have to change.

    SENTENCE may be several: the later ones know of the earlier; - reads them from standard input.

    \b
    Example:
      relgraph why-not "Das Land will künftig mit Japan arbeiten." --expect cooperation --region Hessen
    """  # noqa: D205
    from relgraph.explaining.diagnosing import why_not as diagnose
    from relgraph.explaining.finding import relation_type
    from relgraph.explaining.refusing import tell_refusal
    from relgraph.model import Release

    text = " ".join((sys.stdin.read() if sentence == "-" else sentence).split())
    if not text:
        raise click.BadParameter("is empty", param_hint="SENTENCE")
    expected = relation_type(expect) if expect else None
    release = Release(id="sentence", title=text[:80], text=text, region=region, date=date, publisher=publisher)
    refusal = diagnose(release, expected, lang)
    if format_ == "json":
        emit(refusal.model_dump_json(by_alias=True, indent=1) + "\n", output)
    else:
        emit(tell_refusal(refusal, lang), output, shown=True)

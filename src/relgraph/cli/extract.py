"""`relgraph extract`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from relgraph.cli.options import defaults, format_option, lang_option, output_option, paths_argument, release_options
from relgraph.cli.output import emit, say, stream
from relgraph.cli.reading import reader_options, team_options

if TYPE_CHECKING:
    from relgraph.extraction.readers import Reader
    from relgraph.reading.many import Team


@click.command(short_help="Print what releases say: entities, relations, sentences.")
@paths_argument(required=True)
@format_option(("jsonl", "table", "html"), "jsonl")
@output_option()
@release_options
@reader_options
@team_options
@lang_option()
@click.pass_context
def extract(
    ctx: click.Context,
    /,
    paths: tuple[Path, ...],
    format_: str,
    output: str,
    reader: "Reader",
    team: "Team | None",
    lang: str,
    **options: str | None,
) -> None:
    """Print what releases say, without building a graph.

    jsonl has one object a release; table one line a relation; html is a page with the text, in which names and the
    sentences behind relations are marked. Exit status 1: a file of a folder could not be read, or a release was not
    read by the second reader.

    \b
    Example:
      relgraph extract pressemitteilung.txt --format html -o gelesen.html
    """
    from relgraph.build import places
    from relgraph.cli.extractions import render
    from relgraph.reading.many import read_many
    from relgraph.releases.reader import read_release
    from relgraph.review.marks import MarkingReader
    from relgraph.summary import say as word
    from relgraph.summary import second_reader

    given = defaults(**options)
    found, skipped = places(paths, given)
    releases = (read_release(path, defaults=given) for path in found)
    extractions = (extraction for extraction, _ in read_many(releases, MarkingReader(reader, {}), team))
    if format_ == "jsonl":
        stream((extraction.to_json() + "\n" for extraction in extractions), output)
    else:
        emit(render([*extractions], format_, lang), output, shown=format_ == "table")
    for left in skipped:
        say(word(lang, "lines", "skipped", path=left.path, why=left.why))
    account = reader.account
    for line in second_reader(account, lang):
        say(line)
    ctx.exit(1 if skipped or (account and account.unread) else 0)

"""`relgraph ingest`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from relgraph.cli.options import defaults, format_option, lang_option, paths_argument, release_options, store_option
from relgraph.cli.output import STDOUT, emit, say
from relgraph.cli.progress import bar
from relgraph.cli.reading import marking_options, reader_options

if TYPE_CHECKING:
    from relgraph.extraction.readers import Reader


@click.command(short_help="Put single releases into a store, or replace them.")
@paths_argument(required=True)
@store_option()
@format_option(("text", "json"), "text")
@lang_option()
@release_options
@marking_options
@reader_options
@click.pass_context
def ingest(
    ctx: click.Context,
    /,
    paths: tuple[Path, ...],
    store: str,
    format_: str,
    lang: str,
    machine: bool,
    gold: Path | None,
    decisions: Path | None,
    reader: "Reader",
    **options: str | None,
) -> None:
    """Read releases and put them into a store, as if it had been built with them. A release that is there already is
    replaced; nothing of any other changes, and what releases share follows. All or none of it is done, in one step.
    Give the options that the store was built with.

    Exit status 0: all is in the store. 1: a file of a folder was left out, or a release was not read by the second
    reader (the rest is in the store), or nothing could be done and the store is as it was.

    \b
    Example:
      relgraph ingest mitteilung.md --store build/store
    """  # noqa: D205
    from relgraph.editing.changing import ingest as ingest_releases
    from relgraph.editing.telling import as_json, asides, tell
    from relgraph.review.marks import marking_reader

    if machine and gold:
        raise click.UsageError("--machine leaves annotations aside, --gold names some")
    marking = marking_reader(reader, gold=gold, decisions=decisions, machine=machine)
    with bar() as progress:
        changed = ingest_releases(paths, store, marking, defaults=defaults(**options), progress=progress)
    emit(as_json(changed) if format_ == "json" else tell(changed, lang), STDOUT, shown=format_ == "text")
    for line in asides(changed, lang):
        say(line)
    ctx.exit(0 if changed.complete else 1)

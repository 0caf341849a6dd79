"""`relgraph build`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from relgraph.cli.options import defaults, lang_option, paths_argument, release_options, server_option
from relgraph.cli.output import say
from relgraph.cli.progress import bar
from relgraph.cli.reading import marking_options, reader_options, team_options

if TYPE_CHECKING:
    from relgraph.extraction.readers import Reader
    from relgraph.reading.many import Team


@click.command(short_help="Read releases into a store, exports and an explorer page.")
@paths_argument(required=False)
@click.option("--out", default="build", show_default=True, type=click.Path(path_type=Path), help="Folder to write.")
@server_option(required=False)
@click.option(
    "--replace", is_flag=True, help="Put ours in the place of a server's default graph that relgraph has not loaded."
)
@release_options
@marking_options
@reader_options
@team_options
@lang_option()
@click.pass_context
def build(
    ctx: click.Context,
    /,
    paths: tuple[Path, ...],
    out: Path,
    store: str | None,
    replace: bool,
    machine: bool,
    gold: Path | None,
    decisions: Path | None,
    reader: "Reader",
    team: "Team | None",
    lang: str,
    **options: str | None,
) -> None:
    """Read releases (text, Markdown, saved HTML pages, PDF) into a graph.

    PATH is a file or a folder; without any, the releases that come with relgraph are read. Below DIR stand then
    store/, export/, changes/, explorer.html and report.json.

    A release that people have annotated enters with their annotation as long as its text is the annotated one, every
    other as read by machine; decisions of people are played back on both. Each relation says which it is.

    From a thousand releases on, questions that need no parameter are asked once, so that their answers are kept.

    Many releases are read by several processes, or with --scheduler by those of a Dask cluster. The graph is the same.

    What has not changed since the last build into DIR is neither read nor made again, and a build that was ended goes
    on where it stood.

    With --store, what was built is then loaded into a SPARQL server, as `relgraph load` does.

    Exit status 0: all was read. 1: a file of a folder was left out, or a release was not read by the second reader (the
    rest is built and the report says why), or a file named on the command line cannot be read, the second reader's
    server never answers, or the graph breaks a check; in the last three cases DIR stays as it was.

    \b
    Example:
      relgraph build pressemitteilungen/ --region Baden-Württemberg --out build
    """
    from relgraph.build import build as build_graph
    from relgraph.queries.keeping import MANY, keep_answers
    from relgraph.store.opening import open_store
    from relgraph.summary import say as word
    from relgraph.summary import summary

    if machine and gold:
        raise click.UsageError("--machine leaves annotations aside, --gold names some")
    with bar() as progress:
        report = build_graph(
            paths, out, defaults=defaults(**options), reader=reader, gold=gold, decisions=decisions, machine=machine,
            team=team, progress=progress,
        )  # fmt: skip
        if report.releases >= MANY and not report.unchanged:
            with open_store(out / "store") as built:
                keep_answers(built, progress)
    last = "unchanged" if report.unchanged else "places"
    for line in [*summary(report, lang), word(lang, "lines", last, out=out)]:
        say(line)
    if store is not None:
        from relgraph.editing.loads import load_build, tell_load

        with bar() as progress:
            loaded = load_build(out, store, progress, replace=replace)
        say(tell_load(loaded, store, lang))
    ctx.exit(0 if report.complete else 1)

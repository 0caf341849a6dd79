"""`relgraph build`."""

from pathlib import Path

import click

from relgraph.cli.options import defaults, paths_argument, release_options
from relgraph.cli.output import say
from relgraph.cli.progress import bar


@click.command(short_help="Read releases into a store, exports and an explorer page.")
@paths_argument(required=False)
@click.option("--out", default="build", show_default=True, type=click.Path(path_type=Path), help="Folder to write.")
@release_options
@click.pass_context
def build(ctx: click.Context, /, paths: tuple[Path, ...], out: Path, **options: str | None) -> None:
    """Read releases (text, Markdown, saved HTML pages, PDF) into a graph.

    PATH is a file or a folder; without any, the releases that come with relgraph are read. Below DIR stand then
    store/, export/, explorer.html and report.json.

    Exit status 0: all was read. 1: a file of a folder was left out (the rest is built and the report says why), or a
    file named on the command line cannot be read, or the graph breaks a check; in the last two cases DIR stays as it
    was.

    \b
    Example:
      relgraph build pressemitteilungen/ --region Baden-Württemberg --out build
    """
    from relgraph.build import build as build_graph
    from relgraph.report import summary

    with bar() as progress:
        report = build_graph(paths, out, defaults=defaults(**options), progress=progress)
    for line in [*summary(report), f"store: {out}/store   exports: {out}/export   page: {out}/explorer.html"]:
        say(line)
    ctx.exit(0 if report.complete else 1)

"""`relgraph diff`."""

import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from relgraph.cli.options import format_option, lang_option, output_option
from relgraph.cli.output import STDOUT, printable, stream

if TYPE_CHECKING:
    from relgraph.difference.telling import Line

_COLOURS = {"came": "green", "went": "red", "changed": "yellow"}


@click.command(short_help="Say what differs between two graphs.")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@format_option(("text", "patch", "json", "jsonl", "csv"), "text")
@output_option()
@lang_option()
@click.option("--data", is_flag=True, help="Leave out the ontology, which stores hold and exported files do not.")
@click.option("--exit-code", is_flag=True, help="End with status 1 where the graphs differ.")
@click.pass_context
def diff(
    ctx: click.Context, old: str, new: str, format_: str, output: str, lang: str, *, data: bool, exit_code: bool
) -> None:
    """Say what came, what went and what changed from graph OLD to graph NEW, and which release caused it.

    OLD and NEW are folders of builds or of stores, files that keep graphs apart (N-Quads, TriG, JSON-LD), or addresses
    of SPARQL endpoints. The patch is an RDF patch: applied to OLD it gives exactly NEW.

    Exit status 0: compared, whether the graphs are the same or not; with --exit-code 1 where they differ. 1: a graph
    cannot be read. 2: wrong use.

    \b
    Example:
      relgraph diff build-2024 build
      relgraph diff build-2024 build --format patch -o changes.rdfp
    """
    from relgraph.difference.patch import Patch
    from relgraph.difference.reading import Difference
    from relgraph.difference.rows import as_csv, as_json, as_jsonl
    from relgraph.difference.telling import tell
    from relgraph.store.graphs import data_alone, open_graphs

    with open_graphs(old) as before, open_graphs(new) as after:
        if data:
            before, after = data_alone(before), data_alone(after)
        if format_ == "patch":
            patch = Patch(before, after)
            stream(patch.lines(), output)
            differs = patch.size > 0
        else:
            difference = Difference(before, after)
            if format_ == "text":
                _show(tell(difference, lang), output)
            else:
                stream({"json": as_json, "jsonl": as_jsonl, "csv": as_csv}[format_](difference), output)
            differs = not difference.equal
    ctx.exit(1 if differs and exit_code else 0)


def _show(lines: "Iterable[Line]", output: str) -> None:
    """Text for people, in colours where a terminal shows them."""
    if output == STDOUT and sys.stdout.isatty() and "NO_COLOR" not in os.environ:
        for line in lines:
            click.secho(printable(line.text), fg=_COLOURS.get(line.change or ""))
        return
    stream((f"{printable(line.text)}\n" for line in lines), output)

"""`relgraph network`."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from relgraph.cli.options import format_option, lang_option, output_option, store_option
from relgraph.cli.output import emit

if TYPE_CHECKING:
    from relgraph.network.answer import Answer

_FORMATS = ("table", "json", "jsonl", "csv", "graphml", "gexf")


def _options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Options of every answer: which ties make the network, and how it is written."""
    for option in (
        store_option(),
        lang_option(),
        output_option(),
        format_option(_FORMATS, "table"),
        click.option("--min-confidence", type=click.FloatRange(0, 1), default=0.0, metavar="NUMBER",
                     help="Only relations read with at least this confidence, 0 to 1."),
        click.option("--offices/--no-offices", default=True, show_default=True,
                     help="Tie people to the territory that they hold office in."),
        click.option("--topics/--no-topics", default=False, show_default=True,
                     help="Topics are nodes too, tied to who is strong or interested in them."),
    ):  # fmt: skip
        command = option(command)
    return command


def _top(command: Callable[..., Any]) -> Callable[..., Any]:
    option = click.option("--top", type=click.IntRange(1), default=10, show_default=True, help="Rows of a table.")
    decorated: Callable[..., Any] = option(command)
    return decorated


@click.group(invoke_without_command=True, short_help="Measure who is tied to whom: paths, brokers, communities.")
@click.option("--weighted", is_flag=True, help="Betweenness by the number of sentences: the more, the shorter a tie.")
@_top
@_options
@click.pass_context
def network(context: click.Context, /, weighted: bool, top: int, **given: Any) -> None:
    """Show the network of actors in figures, and who stands in its middle.

    \b
    Example:
      relgraph network
      relgraph network path "Universität Konstanz" Japan
      relgraph network brokers Baden-Württemberg Japan
      relgraph network communities --format gexf -o netz.gexf
    """
    if context.invoked_subcommand is not None:
        given_here = [
            name for name in context.params if context.get_parameter_source(name) is ParameterSource.COMMANDLINE
        ]
        if given_here:
            raise click.UsageError(f"options stand behind {context.invoked_subcommand!r}, not before it")
    else:
        from relgraph.network.answers import overview

        _answer(
            given,
            lambda store, choice, **how: overview(store, choice, top=top, weighted=weighted, **how),
        )


@network.command()
@click.argument("one", metavar="FROM")
@click.argument("other", metavar="TO")
@click.option("--paths", type=click.IntRange(1, 50), default=1, show_default=True, help="How many paths.")
@click.option("--sentences", type=click.IntRange(1), default=2, show_default=True, help="Sentences for each step.")
@_options
def path(one: str, other: str, paths: int, sentences: int, **given: Any) -> None:
    """Show the shortest path between two actors, with the sentences along it."""
    from relgraph.network.answers import path as found

    _answer(
        given,
        lambda store, choice, **how: found(store, one, other, choice, count=paths, sentences=sentences, **how),
    )  # fmt: skip


@network.command()
@click.argument("one", metavar="REGION")
@click.argument("other", metavar="COUNTRY")
@_top
@_options
def brokers(one: str, other: str, top: int, **given: Any) -> None:
    """Show who stands on the paths between two sides, such as a region and a country."""
    from relgraph.network.answers import between

    _answer(given, lambda store, choice, **how: between(store, one, other, choice, top=top, **how))


@network.command()
@_top
@_options
def communities(top: int, **given: Any) -> None:
    """Show who belongs together, by who is tied to whom."""
    from relgraph.network.answers import parts

    _answer(given, lambda store, choice, **how: parts(store, choice, top=top, **how))


def _answer(given: dict[str, Any], find: Callable[..., "Answer"]) -> None:
    """Find an answer in the store and write it."""
    from relgraph.network.ties import Choice
    from relgraph.store.opening import open_store

    format_ = given["format_"]
    choice = Choice(topics=given["topics"], offices=given["offices"], min_confidence=given["min_confidence"])
    with open_store(given["store"]) as opened:
        answer = find(opened, choice, language=given["lang"], details=format_ in ("graphml", "gexf"))
    emit(answer.write(format_, given["lang"]), given["output"], shown=format_ == "table")

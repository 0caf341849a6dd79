"""The group of all commands, each imported only when it is asked for.

Owns the list of commands; `relgraph --help` prints it without importing any of them.
"""

from importlib import import_module

import click

from relgraph import __version__

COMMANDS = {
    "fetch": "Fetch releases from feeds and addresses of government sites.",
    "build": "Read releases into a store, exports and an explorer page.",
    "ingest": "Put single releases into a store, or replace them.",
    "retract": "Take single releases out of a store.",
    "load": "Load a build into a SPARQL server.",
    "extract": "Print what releases say: entities, relations, sentences.",
    "explain": "Say why a relation is read.",
    "why-not": "Say why a sentence states no relation.",
    "ask": "Answer a question in German or English words.",
    "queries": "List the questions that can be asked by name, or show one.",
    "query": "Answer a question by name, or any SPARQL.",
    "compare": "Put partners side by side, by topic, type or year.",
    "brief": "Write a brief on a country, region or city, with footnotes.",
    "network": "Measure who is tied to whom: paths, brokers, communities.",
    "explore": "Write a page to look around in the graph.",
    "serve": "Serve the graph as pages, linked data and a SPARQL endpoint.",
    "export": "Write the graph as RDF, GraphML or CSV.",
    "publish": "Write the graph as a folder for others to build on.",
    "verify": "Hold exported sentences against the releases.",
    "review": "Decide on what was read with little confidence.",
    "diff": "Say what differs between two graphs.",
    "changes": "Say what each build changed, or write it as RDF patches.",
    "check": "Hold the graph against its shapes, rules and sentences.",
    "evaluate": "Compare what is read with annotated releases.",
    "train": "Train the scorer from annotated releases.",
}
"""Name and first line of help of each command; its code is `relgraph.cli.<name>.<name>`, a hyphen as `_`."""


class LazyGroup(click.Group):
    """A group that knows its commands' names and imports a command's module on first use."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names in the order in which a newcomer needs them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or none."""
        if cmd_name not in COMMANDS:
            return None
        name = cmd_name.replace("-", "_")
        command: click.Command = getattr(import_module(f"relgraph.cli.{name}"), name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The table of commands in the help, from the list alone."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="relgraph")
def relgraph() -> None:
    """Foreign relations of regions, read out of government releases.

    Every relation in the graph opens to the sentence that states it. Begin with

    \b
      relgraph build
      relgraph queries
      relgraph query technology-leaders

    Data goes to standard output, everything else to standard error. Exit status: 0 done, 1 failed or something was
    left out, 2 wrong use, 130 interrupted.
    """

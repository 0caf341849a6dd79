"""`relgraph load`."""

from pathlib import Path

import click

from relgraph.cli.options import lang_option, server_option
from relgraph.cli.output import say
from relgraph.cli.progress import bar


@click.command(short_help="Load a build into a SPARQL server.")
@click.argument("folder", metavar="[DIR]", default="build", type=click.Path(path_type=Path))
@server_option(required=True)
@click.option("--replace", is_flag=True, help="Put ours in the place of a default graph that relgraph has not loaded.")
@lang_option()
def load(folder: Path, store: str, lang: str, *, replace: bool) -> None:
    """Load the store of a build, DIR or DIR/store, into a SPARQL 1.1 server.

    The server then holds the releases of DIR and none that were loaded before and are not in it; graphs of others are
    left alone. Only what has changed is sent, each release in one step; a load that was ended goes on where it stood.
    Credentials come from the environment: RELGRAPH_STORE_USER and RELGRAPH_STORE_PASSWORD, or RELGRAPH_STORE_TOKEN.

    \b
    Example:
      relgraph load build --store http://127.0.0.1:7878/query
    """
    from relgraph.editing.loads import load_build, tell_load

    with bar() as progress:
        loaded = load_build(folder, store, progress, replace=replace)
    say(tell_load(loaded, store, lang))

"""`relgraph serve`."""

import os

import click

from relgraph.cli.options import store_option


@click.command(short_help="Serve the graph as pages and linked data.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="Port to listen on; 0 for any that is free.",
)
@click.option(
    "--workers", type=click.IntRange(1), default=lambda: os.cpu_count() or 1, show_default="one for each core",
    help="Processes that serve pages.",
)  # fmt: skip
@click.option(
    "--limit", type=click.FloatRange(0.1), default=10.0, show_default=True, metavar="SECONDS",
    help="How long a question may take before it is stopped.",
)  # fmt: skip
@click.option(
    "--memory", type=click.IntRange(256), default=1024, show_default=True, metavar="MEGABYTES",
    help="How much memory a process that answers questions may take.",
)  # fmt: skip
@click.option(
    "--ahead", type=click.IntRange(0), default=20_000, show_default=True, metavar="PAGES",
    help="How many pages of entities to make before anybody asks, those with most evidence first; 0 for none.",
)  # fmt: skip
@store_option()
def serve(host: str, port: int, workers: int, limit: float, memory: int, ahead: int, store: str) -> None:
    """Serve the graph as a web application until interrupted.

    \b
    Example:
      relgraph serve --port 8000
    """
    from relgraph.cli.output import say
    from relgraph.store.opening import open_store
    from relgraph.web.serving import port_at
    from relgraph.web.serving import serve as run
    from relgraph.web.settings import Settings

    open_store(store).close()  # what is wrong with it is said before anything listens
    port = port_at(host, port)
    say(f"http://{f'[{host}]' if ':' in host else host}:{port}/")
    run(Settings(store, limit=limit, memory=memory, ahead=ahead), host, port, workers)

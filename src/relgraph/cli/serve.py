"""`relgraph serve`."""

import os
import re
from dataclasses import replace
from pathlib import Path

import click

from relgraph.cli.options import store_option

_TOKEN = "RELGRAPH_TOKEN"
_ADDRESS = re.compile(r"https?://[^\s/?#<>\"]+(/[^\s?#<>\"]*)?")


def _address(context: click.Context, parameter: click.Parameter, given: str | None) -> str | None:
    if given is not None and not _ADDRESS.fullmatch(given):
        raise click.BadParameter("begin with http:// or https:// and leave out ? and #")
    return given.rstrip("/") if given is not None else None


def _token(file: Path | None) -> str | None:
    """Digest of the token in a file or in the environment; never the token itself."""
    from relgraph.web.protocol.tokens import digest

    held = os.environ.get(_TOKEN)
    if file is not None and held is not None:
        raise click.UsageError(f"{_TOKEN} and --token-file both name a token; give one")
    try:
        if file is not None:
            return digest(file.read_text(encoding="utf-8").strip())
        return digest(held.strip()) if held is not None else None
    except (ValueError, OSError) as error:  # a token that cannot be read is never told
        why = error.strerror if isinstance(error, OSError) else "holds no token: one word of ASCII signs"
        raise click.UsageError(f"{file or _TOKEN}: {why}") from None


@click.command(short_help="Serve the graph as pages, linked data and a SPARQL endpoint.")
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
    "--rows", type=click.IntRange(1), default=100_000, show_default=True, metavar="ROWS",
    help="How many rows or triples an answer of the SPARQL endpoint has at most.",
)  # fmt: skip
@click.option(
    "--base-url", metavar="URL", callback=_address,
    help="Address under which the server is reached; by default as each client calls it.",
)  # fmt: skip
@click.option(
    "--token-file", type=click.Path(path_type=Path, exists=True, dir_okay=False), metavar="FILE",
    help="Take changes (SPARQL Update, Graph Store Protocol) from whoever sends the token in this file; RELGRAPH_TOKEN "
    "holds one as well.",
)  # fmt: skip
@click.option(
    "--allow-updates", is_flag=True, help="Take changes without a token; only where --host is a loopback address.",
)  # fmt: skip
@click.option(
    "--ahead", type=click.IntRange(0), default=20_000, show_default=True, metavar="PAGES",
    help="How many pages of entities to make before anybody asks, those with most evidence first; 0 for none.",
)  # fmt: skip
@store_option()
def serve(
    host: str, port: int, workers: int, limit: float, memory: int, rows: int, base_url: str | None,
    token_file: Path | None, allow_updates: bool, ahead: int, store: str,
) -> None:  # fmt: skip
    """Serve the graph as a web application until interrupted.

    \b
    Example:
      relgraph serve --port 8000
    """
    from relgraph.cli.output import say
    from relgraph.store.opening import open_store
    from relgraph.web.protocol.tokens import is_loopback
    from relgraph.web.serving import port_at
    from relgraph.web.serving import serve as run
    from relgraph.web.settings import Settings

    token = _token(token_file)
    if allow_updates and token is None and not is_loopback(host):
        raise click.UsageError(
            f"--allow-updates without a token lets anybody who reaches {host} change the graph: set RELGRAPH_TOKEN or "
            "--token-file, or listen on 127.0.0.1"
        )
    open_store(store).close()  # what is wrong with it is said before anything listens
    port = port_at(host, port)
    say(f"http://{f'[{host}]' if ':' in host else host}:{port}/")
    settings = Settings(store, limit=limit, memory=memory, rows=rows, base_url=base_url, ahead=ahead)
    settings = replace(settings, updates=allow_updates or token is not None, token=token)
    run(settings, host, port, workers)

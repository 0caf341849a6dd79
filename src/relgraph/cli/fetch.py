"""`relgraph fetch`."""

from pathlib import Path

import click

from relgraph.cli.output import emit, say


@click.command(short_help="Fetch releases from feeds and addresses of government sites.")
@click.argument("urls", nargs=-1, required=True, metavar="URL...")
@click.option(
    "-o", "--output", "folder", default="fetched", show_default=True, type=click.Path(file_okay=False, path_type=Path),
    metavar="FOLDER", help="Folder in which the pages are stored.",
)  # fmt: skip
@click.option(
    "--cache", type=click.Path(file_okay=False, path_type=Path), metavar="FOLDER",
    help="Folder of what was answered before; by default .cache in the folder of the pages.",
)  # fmt: skip
@click.option(
    "--limit", type=click.IntRange(min=1), default=100, show_default=True, help="Releases of one feed at most."
)
@click.option(
    "--allow-private", "private", multiple=True, metavar="HOST",
    help="Host to ask although it has no public address, such as localhost; may be repeated.",
)  # fmt: skip
@click.pass_context
def fetch(
    ctx: click.Context, /, urls: tuple[str, ...], folder: Path, cache: Path | None, limit: int, private: tuple[str, ...]
) -> None:
    """Fetch releases for extract and build: pages (HTML, PDF, text) by address, or all that an RSS or Atom feed lists.

    Sites are asked politely: as their robots.txt allows, once a second at most, and only for what has changed since
    the last time. Each page is stored as it was served, with its address and what the feed says of it in a file
    beside it. The paths go to standard output. Exit status 1: an address gave no release.

    \b
    Example:
      relgraph fetch https://www.example.org/presse/feed.xml -o pressemitteilungen
      relgraph build pressemitteilungen
    """
    from relgraph.releases.sources.cache import Cache
    from relgraph.releases.sources.client import Client
    from relgraph.releases.sources.fetching import Fetched
    from relgraph.releases.sources.fetching import fetch as fetch_releases

    client = Client(Cache(cache or folder / ".cache"), private=private)
    states: list[str] = []
    for found in fetch_releases(urls, folder, client, most=limit):
        if isinstance(found, Fetched):
            emit(f"{found.path}\n", "-")
            states.append(found.state)
        else:
            say(f"skipped {found.url}: {found.why}")
            states.append("skipped")
    say(", ".join(f"{states.count(state)} {state}" for state in ("new", "changed", "unchanged", "skipped")))
    ctx.exit(1 if "skipped" in states else 0)

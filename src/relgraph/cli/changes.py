"""`relgraph changes`."""

from pathlib import Path

import click

from relgraph.cli.options import format_option, lang_option, output_option, store_option
from relgraph.cli.output import emit, say, stream


@click.command(short_help="Say what each build changed, or write it as RDF patches.")
@click.option("--since", default="0", metavar="NUMBER|ID", help="Only what came after this entry.")
@format_option(("table", "jsonl", "patch"), "table")
@output_option()
@click.option("--record", is_flag=True, help="First record what was changed by others, such as by SPARQL Update.")
@click.option("--verify", is_flag=True, help="First hold all files against their digests and one another.")
@lang_option()
@store_option()
def changes(since: str, format_: str, output: str, lang: str, store: str, *, record: bool, verify: bool) -> None:
    """Say what each build, ingest and retract has changed in a store that stands in a folder.

    The table has a line for each entry. jsonl has a record for each release and relation that came, went or changed;
    patch the statements, as RDF patches that make the graph out of the one that stood after the entry NUMBER.

    \b
    Example:
      relgraph changes
      relgraph changes --since 3 --format patch -o news.rdfp
    """
    from relgraph.difference.chain import Chain, changes_folder
    from relgraph.difference.listing import listing
    from relgraph.errors import StoreError

    if "://" in store:
        raise StoreError(store, "a server tells of no changes; --store names the folder of a store")
    if not Path(store).is_dir() and (record or not changes_folder(store).is_dir()):
        raise StoreError(store, "no store here; `relgraph build` makes one")

    if record:
        from relgraph.difference.recording import record as catch_up

        catch_up(Path(store))
    chain = Chain(changes_folder(store))
    if verify:
        chain.verify()
    entries = chain.since(since)
    if format_ == "table":
        emit(listing(entries, lang), output, shown=True)
        if not entries:
            say("nothing changed" if lang == "en" else "nichts hat sich geändert")
    else:
        stream(chain.patches(entries) if format_ == "patch" else chain.records(entries), output)

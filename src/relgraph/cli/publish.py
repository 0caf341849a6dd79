"""`relgraph publish`."""

from pathlib import Path

import click

from relgraph.cli.options import store_option
from relgraph.cli.output import say


@click.command(short_help="Write the graph as a folder for others to build on.")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--base-url", default=None, metavar="URL", help="Address at which the folder will be had.")
@click.option("--sparql-url", default=None, metavar="URL", help="Address of a SPARQL endpoint with the same graph.")
@click.option(
    "--metadata", default=None, metavar="FILE", type=click.Path(path_type=Path),
    help="YAML with title, publisher, contact, licence … of the data set, of the form of data/describing/dataset.yml.",
)  # fmt: skip
@click.option("--no-site", "pages", is_flag=True, flag_value=False, default=True, help="Leave out the site of pages.")
@store_option()
def publish(
    folder: Path, base_url: str | None, sparql_url: str | None, metadata: Path | None, store: str, *, pages: bool
) -> None:
    """Write all that an integrator needs into DIR: data in every format, tables, ontology, questions, descriptions.

    DIR is written whole or not at all; a bundle that stands there is replaced, anything else is left alone. The same
    store gives the same bytes. README.md in DIR says what is what; `relgraph verify DIR` checks it.

    \b
    Example:
      relgraph publish bundle --base-url https://example.org/data/ --metadata about.yml
    """
    from relgraph.cli.progress import bar
    from relgraph.describing.dataset import about
    from relgraph.difference.chain import Chain, changes_folder
    from relgraph.publishing.bundle import BASE, Where, bundle
    from relgraph.publishing.writing import check_place, write_folder
    from relgraph.store.opening import open_store

    check_place(folder)
    chain = None if "://" in store else Chain(changes_folder(store))
    said, where = about(metadata), Where.of(base_url or BASE, sparql_url)
    with open_store(store) as opened, bar() as progress:
        count = write_folder(folder, bundle(opened, said, where, progress, pages=pages, chain=chain))
    say(f"wrote {folder}: {count} files")

"""`relgraph retract`."""

import click

from relgraph.cli.options import format_option, lang_option, store_option
from relgraph.cli.output import STDOUT, emit, say


@click.command(short_help="Take single releases out of a store.")
@click.argument("releases", nargs=-1, required=True, metavar="RELEASE...")
@store_option()
@format_option(("text", "json"), "text")
@lang_option()
def retract(releases: tuple[str, ...], store: str, format_: str, lang: str) -> None:
    """Take releases, by their ids or IRIs, out of a store, as if it had been built without them: their sentences and
    relations go, and what releases share follows. All or none of it is done, in one step. Their files stay where they
    are, so the next `relgraph build` reads them again unless they are taken away too.

    \b
    Example:
      relgraph retract bw-2014-11-11-hfr-gifu --store build/store
    """  # noqa: D205
    from relgraph.editing.changing import retract as retract_releases
    from relgraph.editing.telling import as_json, asides, tell

    changed = retract_releases(releases, store)
    emit(as_json(changed) if format_ == "json" else tell(changed, lang), STDOUT, shown=format_ == "text")
    for line in asides(changed, lang):
        say(line)

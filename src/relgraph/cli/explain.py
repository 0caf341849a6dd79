"""`relgraph explain`."""

from pathlib import Path

import click

from relgraph.cli.options import format_option, lang_option, output_option, store_option
from relgraph.cli.output import emit


@click.command(short_help="Say why a relation is read.")
@click.argument("relation", nargs=-1, required=True, metavar="RELATION|RELEASE TYPE SUBJECT [OBJECT]")
@store_option()
@click.option(
    "--releases", "paths", multiple=True, type=click.Path(path_type=Path), metavar="PATH",
    help="File or folder with the release, in place of a store; may be repeated.",
)  # fmt: skip
@lang_option()
@click.option("--all", "all_steps", is_flag=True, help="Show every step of the confidence, however little it weighs.")
@format_option(("text", "json"), "text")
@output_option()
def explain(
    relation: tuple[str, ...],
    store: str,
    paths: tuple[Path, ...],
    lang: str,
    all_steps: bool,
    format_: str,
    output: str,
) -> None:
    """Say why a relation is read: its sentence, who stands for which end and why, the rule or word that announced it,
    what set its status, dates and topics, each step of its confidence, and what else the sentence might say.

    RELATION is its IRI or the end of that; or the id of its release, its type, subject and object as they are called.
    The release is read again, from the text that the store holds.

    \b
    Example:
      relgraph explain bw-2014-11-11-hfr-gifu visit "Peter Friedrich" Japan
    """  # noqa: D205
    from relgraph.explaining.reasons import explain as explain_words
    from relgraph.explaining.sources import FiledReleases, StoredReleases
    from relgraph.explaining.telling import tell
    from relgraph.store.opening import open_store

    if len(relation) not in (1, 3, 4):
        raise click.UsageError("give one RELATION, or RELEASE TYPE SUBJECT and, if there is one, OBJECT")
    if paths:
        explanation = explain_words(relation, FiledReleases(paths), lang)
    else:
        with open_store(store) as opened:
            explanation = explain_words(relation, StoredReleases(opened), lang)
    if format_ == "json":
        emit(explanation.model_dump_json(by_alias=True, indent=1) + "\n", output)
    else:
        emit(tell(explanation, lang, all_steps=all_steps), output, shown=True)

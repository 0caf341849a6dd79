"""`relgraph verify`."""

import json
from pathlib import Path

import click

from relgraph.cli.options import format_option, lang_option, output_option
from relgraph.cli.output import emit


@click.command(short_help="Hold exported sentences against the releases.")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option(
    "--releases", multiple=True, required=True, metavar="DIR", type=click.Path(path_type=Path),
    help="Folder or file with the releases; may be given several times.",
)  # fmt: skip
@format_option(("text", "json"), "text")
@output_option()
@lang_option()
@click.pass_context
def verify(ctx: click.Context, file: Path, releases: tuple[Path, ...], format_: str, output: str, lang: str) -> None:
    """Check from the files alone, without a store, that each relation in FILE has its sentence in its release.

    FILE is an export as Turtle, TriG, N-Quads, N-Triples, RDF/XML, JSON-LD or CSV, or a folder that `relgraph publish`
    wrote, whose SHA256SUMS is checked too. Of each relation: there is evidence; its release is there and its text has
    the digest that FILE names; the sentence stands in it at the place that FILE names, with the words around it.

    It does not prove that a sentence is read rightly, that names and links are right, that no relation is missing, or
    that the releases are genuine.

    Exit status 0: all holds. 1: something does not, or cannot be read. 2: wrong use.

    \b
    Example:
      relgraph verify build/export/relgraph.nq --releases data/releases
    """
    from relgraph.publishing.telling import plain, tell
    from relgraph.publishing.verifying import texts_of
    from relgraph.publishing.verifying import verify as hold

    verification = hold(file, texts_of(releases))
    if format_ == "json":
        emit(json.dumps(plain(verification), ensure_ascii=False, indent=2) + "\n", output)
    else:
        emit("".join(f"{line}\n" for line in tell(verification, lang)), output, shown=True)
    ctx.exit(0 if verification.good else 1)

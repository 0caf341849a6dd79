"""`relgraph train`."""

from pathlib import Path

import click

from relgraph.cli.output import emit, say


@click.command(short_help="Train the scorer from annotated releases.")
@click.option(
    "--practice",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder of practice releases; without it, data/practice.",
)
@click.option("-o", "--output", metavar="FILE", help="File to write; - is standard output.  [default: data/scorer.tsv]")
def train(practice: Path | None, output: str | None) -> None:
    """Weigh what speaks for a relation, by the open annotated releases and the practice releases.

    Closed releases take no part. Takes some seconds, gives the same weights each time, and needs scikit-learn.

    \b
    Example:
      relgraph train -o weights.tsv
    """
    from relgraph.evaluation.training import examples, training_set
    from relgraph.evaluation.training import train as train_weights
    from relgraph.extraction.scorer import to_text
    from relgraph.resources import folder

    releases = list(training_set(practice))
    found = [example for release, gold in releases for example in examples(release, gold)]
    weights = train_weights(found)
    say(f"{len(releases)} releases, {len(found)} candidates, {sum(one.right for one in found)} of them right")
    emit(to_text(weights), output or str(folder("data") / "scorer.tsv"))

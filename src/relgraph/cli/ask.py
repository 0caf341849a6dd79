"""`relgraph ask`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from relgraph.cli.options import (
    TABLES,
    DateValue,
    format_option,
    locale_language,
    output_option,
    store_option,
)
from relgraph.cli.output import emit, say

if TYPE_CHECKING:
    from relgraph.store.protocol import Store


@click.command(short_help="Answer a question in German or English words.")
@click.argument("words", nargs=-1, metavar="QUESTION")
@format_option(TABLES, "table")
@output_option()
@click.option(
    "--lang", type=click.Choice(("de", "en")), show_default="that of the question", help="Language of the answer."
)
@click.option("--reading", type=click.IntRange(min=1), default=1, show_default=True, help="Which reading to answer.")
@click.option(
    "--on", type=DateValue(), metavar="DATE",
    help='Day from which "last year" counts.', show_default="date of the newest release",
)  # fmt: skip
@click.option(
    "--evaluate", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="FILE",
    help="Measure how the questions of a file are read, instead of asking one.",
)  # fmt: skip
@click.option("--errors", is_flag=True, help="With --evaluate: list the questions that are read wrongly.")
@store_option()
@click.pass_context
def ask(
    ctx: click.Context,
    words: tuple[str, ...],
    format_: str,
    output: str,
    lang: str | None,
    reading: int,
    on: str | None,
    evaluate: Path | None,
    store: str,
    *,
    errors: bool,
) -> None:
    """Answer a question in German or English words by the question of the catalogue that it means.

    The reading comes first: which question, which values. Where others are near, they are offered with the command
    that asks them; --reading chooses. A question outside the catalogue gets no answer, but the nearest questions and
    exit status 1.

    \b
    Example:
      relgraph ask "Wer führt bei Halbleitern?"
      relgraph ask "Which institutions does Baden-Württemberg work with in Japan?"
    """
    from relgraph.store.opening import open_store

    if bool(words) == bool(evaluate):
        raise click.UsageError("give a question, or --evaluate a file of them")
    if errors and not evaluate:
        raise click.UsageError("--errors goes with --evaluate")
    with open_store(store) as opened:
        if evaluate:
            _measure(evaluate, opened, format_, output, errors=errors)
        else:
            ctx.exit(_answer(" ".join(words), opened, format_, output, lang, reading, on))


def _answer(text: str, store: "Store", format_: str, output: str, lang: str | None, chosen: int, on: str | None) -> int:
    """Exit status of an answer."""
    from relgraph.understanding.answering import READ_WITH, answer
    from relgraph.understanding.reading import Reader
    from relgraph.understanding.telling import Teller

    reader = Reader(store)
    readings = reader.read(text, on)
    language = lang or readings.heard.language or locale_language()
    if not readings.readings:
        for line in Teller(reader, language).refusal(readings):
            say(line)
        return 1
    answered = answer(reader, readings, chosen - 1, language)
    if format_ not in READ_WITH:
        for line in answered.lines():
            say(line)
    emit(answered.write(format_), output, shown=format_ == "table")
    if answered.told.rest:
        say(f"{answered.told.counted}; {answered.whole()}")
    elif format_ == "table" and answered.told.size:
        say(answered.told.counted)
    if answered.told.size == 0:
        for line in answered.relaxed():
            say(line)
    return 0


def _measure(path: Path, store: "Store", format_: str, output: str, *, errors: bool) -> None:
    from relgraph.queries.formats import write_table
    from relgraph.understanding.measuring import error_table, figure_table, measure

    asked = measure(path, store)
    table = error_table(asked) if errors else figure_table(asked)
    emit(write_table(table, format_, title="Asked", language="en"), output, shown=format_ == "table")

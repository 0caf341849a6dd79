"""`relgraph review`."""

import subprocess
from datetime import date as calendar
from pathlib import Path
from typing import TYPE_CHECKING

import click

from relgraph.cli.options import TABLES, DateValue, format_option, lang_option, output_option, store_option
from relgraph.cli.output import emit, say

if TYPE_CHECKING:
    from relgraph.review.queue import Choice


@click.command(short_help="Decide on what was read with little confidence.")
@click.argument("what", nargs=-1, type=click.Choice(("relations", "names", "duplicates")))
@store_option()
@click.option(
    "--decisions", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
    help="File to write decisions to.  [default: data/decisions.yml of relgraph]",
)  # fmt: skip
@click.option("--reviewer", metavar="NAME", help="Who decides.  [default: user.name of git]")
@click.option("--date", type=DateValue(), metavar="DAY", help="Day of the decisions.  [default: today]")
@click.option(
    "--below", type=click.FloatRange(0, 1), default=0.6, show_default=True, help="Relations less sure than this."
)
@click.option(
    "--order", type=click.Choice(("lowest", "doubt")), default="lowest", show_default=True,
    help="Least sure relations first, or those nearest to one half.",
)  # fmt: skip
@click.option("--type", "types", multiple=True, metavar="TYPE", help="Types of relations or of entities alone.")
@click.option("--release", metavar="ID", help="One release alone.")
@click.option("--list", "listed", is_flag=True, help="Print what there is to decide, and ask nothing.")
@format_option(TABLES, "table")
@output_option()
@lang_option()
def review(
    what: tuple[str, ...],
    store: str,
    decisions: Path | None,
    reviewer: str | None,
    date: str | None,
    below: float,
    order: str,
    types: tuple[str, ...],
    release: str | None,
    *,
    listed: bool,
    format_: str,
    output: str,
    lang: str,
) -> None:
    """Walk through what needs a person; a file keeps each decision with name and day, and `relgraph build` replays it.

    WHAT is relations (read by machine with little confidence), names (that no authority knows, with known ones like
    them), duplicates (entities whose names are alike); all three where none is given. What is decided is not asked
    again.

    On a terminal a key answers: a accept, r reject, c correct; 1 to 3 this one, y the same, n no, m unsure; s skip, u
    undo, q quit. Otherwise standard input is read, one answer a line: such a key, its word, or `correct type=visit
    object=Japan status=planned`.

    Exit status 0: done or left. 1: an answer of standard input is none, or a file is not what it should be. 2: wrong
    use.

    \b
    Example:
      relgraph review relations --below 0.5 --type visit
      relgraph review --list --format csv -o open.csv
    """
    from relgraph.cli.reviewing import Desk
    from relgraph.explaining.sources import StoredReleases
    from relgraph.queries.formats import write_table
    from relgraph.review.answers import Answers, Signature
    from relgraph.review.cards import Cards
    from relgraph.review.decision_file import decisions_path
    from relgraph.review.listing import listing
    from relgraph.review.material import Material
    from relgraph.review.queue import Queue
    from relgraph.review.session import Session
    from relgraph.store.opening import open_store

    session = Session(decisions or decisions_path())
    with open_store(store) as opened:
        material = Material(opened)
        queue = Queue(material, _choice(what, below, order, types, release))
        cards = Cards(material, StoredReleases(opened), lang)
        items = queue.items(session.decided)
        if listed:
            emit(write_table(listing(items, cards), format_, language=lang), output, shown=format_ == "table")
            return
        signature = Signature(reviewer or _git_user(), _day(date))
        desk = Desk(session, cards, Answers(material, queue.end, signature), lang)
        say(desk.work([*items]))


def _choice(what: tuple[str, ...], below: float, order: str, types: tuple[str, ...], release: str | None) -> "Choice":
    """What is to be asked about; a type of relations alone asks for no names, and the other way round."""
    from relgraph.review.queue import Choice, Kind, Order
    from relgraph.vocabulary import EntityType, RelationType

    relation_types = frozenset(RelationType(name) for name in types if name in list(RelationType))
    entity_types = frozenset(EntityType(name) for name in types if name in list(EntityType))
    for name in types:
        if name not in (*RelationType, *EntityType):
            raise click.UsageError(f"--type: {name!r} is no type; there are {', '.join((*RelationType, *EntityType))}")
    return Choice(
        kinds=tuple(Kind(name) for name in what) or tuple(Kind),
        below=below,
        order=Order(order),
        relation_types=relation_types if types else frozenset(RelationType),
        entity_types=entity_types if types else frozenset(EntityType),
        release=release,
    )


def _day(date: str | None) -> str:
    if date is None:
        return calendar.today().isoformat()
    if len(date) != len("2026-11-27"):
        raise click.UsageError(f"--date: {date} is no day such as 2026-11-27")
    return date


def _git_user() -> str:
    """The name that git knows, for decisions are signed."""
    try:
        done = subprocess.run(["git", "config", "user.name"], capture_output=True, text=True, check=False)
    except FileNotFoundError:
        done = None
    if done is None or not done.stdout.strip():
        raise click.UsageError("who decides? give --reviewer NAME, or set user.name in git")
    return done.stdout.strip()

"""The desk at which a person decides: shows one card after the other and takes the answers, of keys or of lines.

Owns the terminal alone; what an answer means and where it is kept is the room `review`'s matter.
"""

import sys
from collections.abc import Iterator, Sequence

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from relgraph.cli.keys import Keys
from relgraph.cli.output import printable, say
from relgraph.errors import DataError, QueryError, UnknownName
from relgraph.review.answers import Answers, Move
from relgraph.review.cards import Card, Cards, Sentence
from relgraph.review.decisions import Decision
from relgraph.review.items import Item, RelationItem
from relgraph.review.queue import undecided
from relgraph.review.session import Session
from relgraph.review.words import say as word

_CORRECT = "c"


class Desk:
    """A sitting at a terminal, or with answers from a file or a pipe."""

    def __init__(self, session: Session, cards: Cards, answers: Answers, language: str) -> None:
        self._session, self._cards, self._answers, self._language = session, cards, answers, language
        self._lines = Lines()
        self._keys: Keys | None = None

    def work(self, items: Sequence[Item]) -> str:
        """Ask about each item until all are decided or the person leaves; tell in a line what was done.

        Raises:
            DataError: the file of decisions is not what it should be, or a line of standard input is no answer.
        """
        if not items:
            return word(self._language, "talk", "nothing")
        if sys.stdin.isatty():
            with Keys() as self._keys:
                self._walk(items)
        else:
            self._walk(items)
        left = sum(undecided(item, self._session.decided) is not None for item in items)
        values = {"n": self._session.answered, "left": left, "path": self._session.path}
        return word(self._language, "talk", "done", **values)

    def _walk(self, items: Sequence[Item]) -> None:
        answered: list[int] = []
        place = 0
        while place < len(items):
            item = undecided(items[place], self._session.decided)
            answer = self._ask(item, place, len(items)) if item is not None else Move.SKIP
            if answer is Move.QUIT:
                break
            if answer is Move.UNDO:
                place = answered.pop() if self._undone() else place
                continue
            if not isinstance(answer, Move):
                self._session.record(answer)
                answered.append(place)
            place += 1

    def _undone(self) -> bool:
        done = self._session.undo()
        say(word(self._language, "talk", "undone" if done else "no_undo"))
        return done

    def _ask(self, item: Item, place: int, total: int) -> Move | list[Decision]:
        where = word(self._language, "talk", "place", n=place + 1, total=total)
        if self._keys is None:
            return self._line(item, where)
        show(self._cards.card(item), where)
        while True:
            try:
                return self._answers.read(self._key(item, self._keys), item)
            except (QueryError, UnknownName) as error:
                say(str(error))

    def _line(self, item: Item, where: str) -> Move | list[Decision]:
        text = next(self._lines, None)
        if text is None:
            return Move.QUIT
        try:
            answer = self._answers.read(text, item)
        except (QueryError, UnknownName) as error:
            raise DataError("standard input", f"line {self._lines.number}: {error}") from error
        say(f"{where}  {self._cards.title(item)}: {text}")
        return answer

    def _key(self, item: Item, keys: Keys) -> str:
        """A key, and after that of a correction a line; who presses Ctrl-C or Ctrl-D wants to leave."""
        try:
            key = keys.next()
        except EOFError:
            return Move.QUIT
        if key != _CORRECT or not isinstance(item, RelationItem):
            return key
        say(word(self._language, "talk", "correct"))
        with keys.lines():
            try:
                return f"{_CORRECT} {click.prompt('', prompt_suffix='> ', default='', show_default=False, err=True)}"
            except click.Abort:  # Ctrl-C takes the correction back, not the sitting
                return _CORRECT


class Lines(Iterator[str]):
    """Answers of standard input: lines that are neither empty nor begin with #; `number` is that of the last one."""

    def __init__(self) -> None:
        self.number = 0

    def __next__(self) -> str:
        for line in sys.stdin:
            self.number += 1
            if line.strip() and not line.lstrip().startswith("#"):
                return line.strip()
        raise StopIteration


def show(card: Card, where: str) -> None:
    """A card on the terminal."""
    console = Console(stderr=True, highlight=False)
    console.print()
    console.rule(Text(where, style="dim"), align="left", style="dim")
    console.print(Text(printable(card.title), style="bold"))
    for sentence in card.sentences:
        console.print(_marked(sentence))
    rows = Table.grid(padding=(0, 2))
    rows.add_column(no_wrap=True)
    rows.add_column(overflow="fold")
    for label, value in card.rows:
        rows.add_row(Text(printable(label), style="dim"), Text(printable(value)))
    console.print(rows)
    console.print(Text("  ".join(card.choices), style="cyan"))


def _marked(sentence: Sentence) -> Text:
    """The sentence with its ends marked; spelt out piece by piece, so that marks stay in place."""
    text = Text("  ")
    place = 0
    for start, end in [*sentence.marks, (len(sentence.text), len(sentence.text))]:
        text.append(printable(sentence.text[place : max(place, start)]))
        text.append(printable(sentence.text[max(place, start) : end]), style="bold underline")
        place = max(place, end)
    if sentence.source:
        text.append(f"  ({printable(sentence.source)})", style="dim")
    return text

"""What a page with an answer is made of, whether the question came by name or in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from shlex import quote
from urllib.parse import urlencode

from relgraph.queries.parts import LIMIT
from relgraph.queries.question import Question
from relgraph.queries.sourced import Sourced
from relgraph.web.asking.answers import LANGUAGE, Refused, Without, answered, relaxed
from relgraph.web.asking.fields import Field, called, fields, strangers
from relgraph.web.asking.shown import Shown, shown
from relgraph.web.desk import Stopped
from relgraph.web.site import Site
from relgraph.web.speech import Speech

FIRST, MOST = 100, 2_000
"""Rows that a page shows at first, and at most; a file holds them all."""
FILES = ("csv", "tsv", "json", "md", "html", "ttl")
LEAST_DRAWN, LEAST_TOLD = 3, 2
"""Rows, and different lengths or years, from which on a picture tells more than the table."""


@dataclass(frozen=True)
class Answer:
    """A question's form and, where it could be asked, the answer; all that a page needs."""

    question: Question
    given: Mapping[str, str]
    fields: list[Field]
    strangers: list[str]
    shown: Shown | None
    without: list[tuple[str, str, int, str]]
    """Name, value and rows of what an empty answer could do without, and the address of that."""
    refused: Refused | None
    language: str
    stopped: str = ""
    """Why there is no answer, where it took too long."""

    @property
    def path(self) -> str:
        """Address of the question without its values."""
        return f"/questions/{self.question.name}"

    @property
    def incomplete(self) -> bool:
        """Whether nothing is wrong but that values are still to be given."""
        return self.refused is not None and not self.given and all(one.why == "missing" for one in self.refused.faults)

    def address(self, **changed: str) -> str:
        """Address of the answer with some values changed."""
        values = {name: value for name, value in {**self.given, **changed}.items() if value}
        return f"{self.path}?{urlencode(values)}" if values else self.path

    def file(self, format_: str) -> str:
        """Address of the whole answer as a file."""
        return f"{self.path}.{format_}?{urlencode(self._all())}".rstrip("?")

    @property
    def picture(self) -> str | None:
        """Address of the picture, where the answer has one."""
        picture, shown = self.question.picture, self.shown
        if picture is None or shown is None or len(shown.rows) < LEAST_DRAWN:
            return None
        column = shown.answer.table.columns.index(picture.measure or picture.columns[0])
        told = {str(row[column])[: None if picture.measure else 4] for row in shown.answer.table.rows if row[column]}
        return self.file("svg") if len(told) >= LEAST_TOLD else None

    @property
    def command(self) -> str:
        """The same question on the command line."""
        params = [f"--param {quote(f'{name}={value}')}" for name, value in self.given.items()]
        return " ".join(["relgraph query", self.question.name, *params])

    @property
    def more(self) -> str | None:
        """Address of the rows that are not shown, as far as a page holds them."""
        if self.shown is None or self.shown.answer.total <= len(self.shown.rows):
            return None
        total = self.shown.answer.total
        return self.address(**{LIMIT: "0" if total <= MOST else str(MOST)}) if len(self.shown.rows) < MOST else None

    def _all(self) -> dict[str, str]:
        whole = {LIMIT: "0"} if self.question.parameter(LIMIT) else {}
        language = {LANGUAGE: self.language} if self.question.parameter(LANGUAGE) else {}
        return {**language, **self.given, **whole}


async def answer(site: Site, speech: Speech, question: Question, params: Mapping[str, str]) -> Answer:
    """The answer to a question with some values, or its form where it cannot be asked with them.

    Where it takes too long, there is the form alone, to be asked with more.
    """
    given = {name: value.strip() for name, value in params.items() if value.strip()}
    asked = _asked(question, given, speech)
    found: Sourced | Refused | None
    try:
        found, stopped = await site.ask(answered, question.name, asked), ""
    except Stopped as error:
        found, stopped = None, str(error)
    refused = found if isinstance(found, Refused) else None
    index = await site.index.soon()
    made = fields(question, given, refused, index, speech)
    ready = shown(question, found, speech) if isinstance(found, Sourced) else None
    plain = Answer(question, given, made, strangers(question, refused), ready, [], refused, speech.language, stopped)
    if ready is None or ready.rows:
        return plain
    try:
        without = [_without(plain, one, speech) for one in await site.ask(relaxed, question.name, asked)]
    except Stopped:
        return plain
    return Answer(question, given, made, [], ready, without, None, speech.language)


def _asked(question: Question, given: Mapping[str, str], speech: Speech) -> dict[str, str]:
    """Values with what the page decides: its language, and how many rows."""
    asked = dict(given)
    if question.parameter(LANGUAGE):
        asked.setdefault(LANGUAGE, speech.language)
    limit = asked.get(LIMIT, str(FIRST))
    if question.parameter(LIMIT):
        known = limit.isascii() and limit.isdecimal() and len(limit) < 10  # else it is told what is wrong with it
        asked[LIMIT] = str(min(int(limit) or MOST, MOST)) if known else limit
    return asked


def _without(plain: Answer, one: Without, speech: Speech) -> tuple[str, str, int, str]:
    parameter = plain.question.parameter(one.parameter)
    assert parameter is not None
    return called(parameter, speech), plain.given[one.parameter], one.rows, plain.address(**{one.parameter: ""})

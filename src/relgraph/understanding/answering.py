"""An answer to what somebody asks, with the reading that it is an answer to."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from relgraph.errors import QueryError
from relgraph.queries.asking import Told, ask
from relgraph.queries.formats import markdown_cell
from relgraph.understanding.filling import LANGUAGE
from relgraph.understanding.reading import Reader, Readings
from relgraph.understanding.telling import Teller

READ_WITH = ("table", "md", "html", "json")
"""Formats in which the reading stands with the answer; beside the others it is told apart from it."""


@dataclass(frozen=True)
class Answered:
    """An answer, the reading behind it, and how to tell both."""

    readings: Readings
    chosen: int
    told: Told
    teller: Teller

    def lines(self) -> Iterator[str]:
        """The reading, and what there is to know about it, line by line."""
        weighed = self.readings.readings[self.chosen].weighed
        yield f"{self.teller.say('read')}: {self.teller.reading(weighed)}"
        yield from (f"  {note}" for note in self.teller.notes(self.readings, self.chosen))
        for number, other in self.teller.others(self.readings, self.chosen):
            yield f"  {self.teller.say('also')}: {number} {self.teller.reading(other)}  {self.teller.command(other)}"

    def write(self, format_: str) -> str:
        """The answer as text, its reading first where the format has room for one.

        Raises:
            QueryError: the format does not suit the answer.
        """
        match format_:
            case "table":
                return "".join(f"{line}\n" for line in self.lines()) + "\n" + self.told.write(format_)
            case "md":
                quoted = "".join(f"> {markdown_cell(line)}\\\n" for line in self.lines()).removesuffix("\\\n")
                return f"{quoted}\n\n{self.told.write(format_)}"
            case "html":
                weighed = self.readings.readings[self.chosen].weighed
                title = f"{self.readings.heard.text} — {self.teller.say('read')}: {self.teller.reading(weighed)}"
                return Told(self.told.answer, title, self.told.language, self.told.headings).write(format_)
            case "json":
                reading = self.teller.as_data(self.readings, self.chosen)
                content = {"reading": reading, **json.loads(self.told.write(format_))}
                return json.dumps(content, ensure_ascii=False, indent=1) + "\n"
            case _:
                return self.told.write(format_)

    def whole(self) -> str:
        """How to ask for the rows that the limit has left out."""
        command = self.teller.command(self.readings.readings[self.chosen].weighed)
        return self.teller.say("whole").format(f"{command} --param limit=0")

    def relaxed(self) -> Iterator[str]:
        """That the answer is empty, and how many rows it had without one part of the reading."""
        weighed = self.readings.readings[self.chosen].weighed
        params = self.teller.params(weighed)
        without: dict[str, int] = {}
        for parameter in weighed.question.parameters:
            if parameter.name in params and not parameter.required:
                rest = {name: value for name, value in params.items() if name != parameter.name}
                without[parameter.name] = ask(
                    weighed.question.name, rest, self.teller.reader.store, self.told.language
                ).size
        return self.teller.empty(weighed, without)


def answer(reader: Reader, readings: Readings, chosen: int, language: str) -> Answered:
    """The answer to one of the readings; `chosen` counts from 0.

    Raises:
        QueryError: there is no such reading.
        UnknownName: a name is none in the store any more.
    """
    if not 0 <= chosen < len(readings.readings):
        raise QueryError(f"reading {chosen + 1}", f"there are {len(readings.readings)} readings")
    teller = Teller(reader, language)
    weighed = readings.readings[chosen].weighed
    params = {name: value for name, value in teller.params(weighed).items() if name != LANGUAGE}
    return Answered(readings, chosen, ask(weighed.question.name, params, reader.store, language), teller)

"""One question shown whole: what it asks, what its parameters take and which values the graph has for them.

Owns the words around it; the values come from `relgraph.queries.suggesting`.
"""

import json
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from relgraph.queries.formats import write_table
from relgraph.queries.groups import GROUPS
from relgraph.queries.question import Parameter, Question
from relgraph.queries.suggesting import Suggestion, suggestions
from relgraph.store.protocol import Store
from relgraph.store.terms import Literal, Table, Term

_WIDTH = 100
_BOOLEAN = "http://www.w3.org/2001/XMLSchema#boolean"
_INTEGER = "http://www.w3.org/2001/XMLSchema#integer"
_WORDS = {
    "de": {
        "group": "Gruppe", "parameters": "Parameter", "columns": "Spalten", "required": "nötig",
        "optional": "kann fehlen", "default": "sonst {}", "choices": "eines von {}",
        "values": "im Graphen (Beziehungen/Mitteilungen)",
    },
    "en": {
        "group": "Group", "parameters": "Parameters", "columns": "Columns", "required": "required",
        "optional": "optional", "default": "default {}", "choices": "one of {}",
        "values": "in the graph (relations/releases)",
    },
}  # fmt: skip
_HEADS = {
    "de": ("Parameter", "Typ", "nötig", "sonst", "Erklärung", "Wert", "Name", "Beziehungen", "Mitteilungen"),
    "en": ("Parameter", "Type", "Required", "Default", "Help", "Value", "Name", "Relations", "Releases"),
}
_COLUMNS = ("parameter", "type", "required", "default", "help", "value", "name", "relations", "releases")


@dataclass(frozen=True)
class Card:
    """A question with the suggested values of its parameters, in one language."""

    question: Question
    suggested: Mapping[str, Sequence[Suggestion]]
    language: str

    def write(self, format_: str) -> str:
        """The card as text for people (`table`), nested for programs (`json`, `jsonl`), or a row for each value.

        Raises:
            QueryError: the format is unknown.
        """
        if format_ == "table":
            return self._text()
        if format_ in ("json", "jsonl"):
            return json.dumps(self._nested(), ensure_ascii=False, indent=1 if format_ == "json" else None) + "\n"
        headings = dict(zip(_COLUMNS, _HEADS[self.language], strict=True))
        title = self.question.title[self.language]
        return write_table(self._table(), format_, headings=headings, title=title, language=self.language)

    def _text(self) -> str:
        words, question, language = _WORDS[self.language], self.question, self.language
        lines = [f"{question.name}: {question.question[language]}"]
        lines += [f"{words['group']}: {GROUPS[question.group][language]}"]
        lines += textwrap.wrap(question.description, _WIDTH) if language == "en" else []
        lines += ["", f"{words['parameters']}:"]
        width = max((len(parameter.name) for parameter in question.parameters), default=0)
        for parameter in question.parameters:
            lines += self._parameter_lines(parameter, width)
        lines += ["", f"{words['columns']}: {', '.join(question.headings(language).values())}"]
        return "\n".join(lines) + "\n"

    def _parameter_lines(self, parameter: Parameter, width: int) -> list[str]:
        words, indent = _WORDS[self.language], " " * (width + 4)
        line = f"  {parameter.name.ljust(width)}  {parameter.help[self.language]} ({self._need(parameter)})"
        counts = [f"{one.value} {one.relations}/{one.releases}" for one in self.suggested.get(parameter.name, ())]
        lines = textwrap.wrap(line, _WIDTH, subsequent_indent=indent)
        if counts:
            text = f"{words['values']}: {' · '.join(counts)}"
            lines += textwrap.wrap(text, _WIDTH, initial_indent=indent, subsequent_indent=f"{indent}  ")
        return lines

    def _need(self, parameter: Parameter) -> str:
        words = _WORDS[self.language]
        if parameter.default is not None:
            need = words["default"].format(parameter.default)
        else:
            need = words["required" if parameter.required else "optional"]
        choices = ", ".join(parameter.choices)
        return f"{words['choices'].format(choices)}; {need}" if choices else need

    def _nested(self) -> dict[str, object]:
        question, language = self.question, self.language
        return {
            "name": question.name,
            "group": question.group,
            "title": question.title[language],
            "question": question.question[language],
            "description": question.description,
            "parameters": [
                {
                    "name": parameter.name,
                    "type": parameter.type.value,
                    "required": parameter.required,
                    "default": parameter.default,
                    "choices": list(parameter.choices),
                    "help": parameter.help[language],
                    "suggestions": [asdict(one) for one in self.suggested.get(parameter.name, ())],
                }
                for parameter in question.parameters
            ],
            "columns": [{"name": name, "heading": heading} for name, heading in question.headings(language).items()],
        }

    def _table(self) -> Table:
        rows: list[tuple[Term | None, ...]] = []
        for parameter in self.question.parameters:
            required = Literal(str(parameter.required).lower(), _BOOLEAN)
            default = None if parameter.default is None else Literal(parameter.default)
            told = (Literal(parameter.name), Literal(parameter.type), required, default)
            helped = (*told, Literal(parameter.help[self.language]))
            suggested = self.suggested.get(parameter.name, ())
            rows += [(*helped, *_counted(one)) for one in suggested] or [(*helped, None, None, None, None)]
        return Table(_COLUMNS, rows)


def _counted(one: Suggestion) -> tuple[Literal, ...]:
    counts = (Literal(str(number), _INTEGER) for number in (one.relations, one.releases))
    return (Literal(one.value), Literal(one.name), *counts)


def card(question: Question, store: Store | None, language: str) -> Card:
    """The card of a question; without a store, no values are suggested.

    Raises:
        StoreError: the store cannot answer.
    """
    suggested: dict[str, list[Suggestion]] = {}
    if store is not None:
        for parameter in question.parameters:
            suggested[parameter.name] = suggestions(question, parameter, store, language=language)
    return Card(question, suggested, language)

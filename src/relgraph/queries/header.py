"""Reads the header of a query file: the `#+` lines at its top, in YAML, as grlc has them.

Strict: every key is known and each is there, so that nothing in a header is written in vain. All that is wrong is
noted, for whoever mends a file wants to know it at once. Owns no SPARQL.
"""

import re
from collections.abc import Mapping
from difflib import get_close_matches
from functools import partial
from pathlib import Path

from relgraph.errors import DataError
from relgraph.queries.faults import Fault, Faults
from relgraph.queries.groups import GROUPS
from relgraph.queries.question import Column, Parameter, ParameterType, Picture, Question, Words
from relgraph.resources import parse_yaml
from relgraph.vocabulary import EntityType, RelationType

_KEYS = ("summary", "description", "title", "question", "group", "parameters", "columns")
_OPTIONAL_KEYS = ("relations", "picture")
_GRLC_KEYS = ("tags", "method", "endpoint", "endpoint_in_url", "defaults", "enumerate")
"""What grlc reads beside `summary` and `description`; here, it says nothing."""
_LANGUAGES = ("de", "en")
_CLASSES = (*EntityType, "Territory", "Organisation", "Actor", "Entity")
_SUGGESTING = (ParameterType.ENTITY, ParameterType.TOPIC)
_NAME = re.compile(r"[a-z][a-z0-9_]*")
_TRUTHS = {"true": True, "false": False}
_NO_WORDS = {"de": "-", "en": "-"}
"""What stands for words that are missing, as has been noted."""


class Header:
    """The header of one file, and what is wrong with it."""

    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        self.text = text
        lines = header_lines(text)
        self.faults = Faults(lines)
        content: object = None
        try:
            content = parse_yaml("\n".join(line[2:].removeprefix(" ") for line in lines), path)
        except DataError as error:
            line, why = re.fullmatch(r"(?:line (\d+): )?(.*)", error.why, re.DOTALL).groups()  # type: ignore[union-attr]
            self.faults.found.append(Fault(min(int(line or 1), max(1, len(lines))), why))
        else:
            if not isinstance(content, dict):
                self.faults.note("", "a query starts with its header, lines of #+ with YAML")
        self._content: dict[str, object] = content if isinstance(content, dict) else {}

    def question(self) -> Question:
        """The question that the header describes; where something is wrong with it, as far as it can be read."""
        if self._content:
            self._check_keys(self._content, _KEYS, (*_OPTIONAL_KEYS, *_GRLC_KEYS))
        entries = [self._parameter(entry) for entry in self._entries("parameters")]
        columns = [self._column(entry) for entry in self._entries("columns")]
        question = Question(
            name=self.path.stem,
            summary=self._line("summary"),
            description=self._line("description"),
            title=self._words("title"),
            question=self._words("question"),
            group=self._group(),
            parameters=tuple(parameter for parameter in entries if parameter is not None),
            columns=tuple(column for column in columns if column is not None),
            text=self.text,
            relations=self._relations(),
            picture=self._picture(),
        )
        self._check_grlc(question)
        return question

    def _group(self) -> str:
        group = self._line("group")
        if group and group not in GROUPS:
            self.faults.note("group", f"there is no group {group!r}; there are {', '.join(GROUPS)}")
        return group

    def _relations(self) -> tuple[RelationType, ...]:
        names = self._content.get("relations", [])
        if not isinstance(names, list) or ("relations" in self._content and not names):
            self.faults.note("relations", "relations is a list of types such as [partnership]; left out, all are meant")
            return ()
        names = [str(name) for name in names]
        for name in names:
            if name not in set(RelationType):
                known = ", ".join(RelationType)
                self.faults.note("relations", f"there is no type of relation {name!r}; there are {known}")
        return tuple(RelationType(name) for name in names if name in set(RelationType))

    def _picture(self) -> Picture | None:
        if "picture" not in self._content:
            return None
        entry, columns = self._content["picture"], {str(column.get("name")) for column in self._listed("columns")}
        if not isinstance(entry, dict) or set(entry) not in ({"bars", "length"}, {"years"}):
            self.faults.note("picture", "picture is {bars: [a_column], length: a_column} or {years: a_column}")
            return None
        named = entry["bars"] if "bars" in entry else [entry["years"]]
        if not isinstance(named, list) or not named:
            self.faults.note("picture", "bars is a list of columns that name a bar")
            return None
        named = [str(name) for name in named]
        length = str(entry["length"]) if "length" in entry else None
        for name in (*named, *([] if length is None else [length])):
            if name not in columns:
                self.faults.note("picture", f"picture names {name!r}, which is none of the columns")
        return Picture(tuple(named), length)

    def _parameter(self, entry: Mapping[str, object]) -> Parameter | None:
        name, note = self._name(entry, "parameter"), partial(self.faults.note, section="parameters")
        self._check_keys(
            entry, ("name", "type", "help"), ("optional", "default", "choices", "suggest"), name, "parameters"
        )
        kind, optional = str(entry.get("type", "text")), _TRUTHS.get(str(entry.get("optional", "false")).lower())
        if kind not in set(ParameterType):
            meant = get_close_matches(kind, list(ParameterType), 1)
            hint = f"; did you mean {str(meant[0])!r}?" if meant else ""
            note(name, f"parameter {name} has type {kind!r}; there are {', '.join(ParameterType)}{hint}")
            kind = ParameterType.TEXT
        if optional is None or (optional and "default" in entry):
            note(name, f"parameter {name} is either optional: true, or has a default, or neither")
        choices = entry.get("choices", [])
        if not isinstance(choices, list):
            note(name, f"choices of parameter {name} are no list")
            choices = []
        default = str(entry["default"]) if "default" in entry else None
        options = tuple(str(choice) for choice in choices)
        if options and default is not None and default not in options:
            note(name, f"default {default!r} of parameter {name} is none of its choices")
        suggest = self._suggest(entry, name, ParameterType(kind))
        words = self._words_of(entry.get("help", _NO_WORDS), name, "parameters")
        return Parameter(name, ParameterType(kind), words, bool(optional), default, options, suggest) if name else None

    def _suggest(self, entry: Mapping[str, object], name: str, kind: ParameterType) -> str | None:
        if "suggest" not in entry:
            return None
        suggest, note = str(entry["suggest"]), partial(self.faults.note, section="parameters")
        if kind not in _SUGGESTING:
            note(name, f"parameter {name} has type {kind.value!r}, which is suggested from the graph as it is")
        if kind is ParameterType.ENTITY and suggest not in _CLASSES:
            note(name, f"parameter {name} suggests {suggest!r}; there are {', '.join(_CLASSES)}")
        return suggest

    def _column(self, entry: Mapping[str, object]) -> Column | None:
        name = self._name(entry, "column")
        self._check_keys(entry, ("name", *_LANGUAGES), ("of",), name, "columns")
        heading = {language: entry.get(language, name) for language in _LANGUAGES}
        words = self._words_of(heading, name, "columns")
        return Column(name, words, str(entry["of"]) if "of" in entry else None) if name else None

    def _listed(self, key: str) -> list[Mapping[str, object]]:
        entries = self._content.get(key)
        return [entry for entry in entries if isinstance(entry, dict)] if isinstance(entries, list) else []

    def _entries(self, key: str) -> list[Mapping[str, object]]:
        entries = self._content.get(key, [])
        if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
            self.faults.note(key, f"{key} is a list of entries such as {{name: …}}")
        names = [str(entry.get("name")) for entry in self._listed(key)]
        for name in dict.fromkeys(name for name in names if names.count(name) > 1):
            self.faults.note(name, f"{name} stands twice in {key}", section=key)
        return self._listed(key)

    def _name(self, entry: Mapping[str, object], what: str) -> str:
        name = str(entry.get("name", ""))
        if _NAME.fullmatch(name):
            return name
        why = f"a {what} has no name, or one that is not of the form a_name: {name!r}"
        self.faults.note(name or f"{what}s", why, section=f"{what}s")
        return ""

    def _line(self, key: str) -> str:
        value = self._content.get(key)
        if key in self._content and (not isinstance(value, str) or not value.strip()):
            self.faults.note(key, f"{key} is a line of text")
        return value.strip() if isinstance(value, str) else ""

    def _words(self, key: str) -> Words:
        return self._words_of(self._content.get(key, _NO_WORDS), key)

    def _words_of(self, value: object, near: str, section: str = "") -> Words:
        if not isinstance(value, dict):
            self.faults.note(near, f"{near} needs words in {' and '.join(_LANGUAGES)}", section=section)
            return _NO_WORDS
        self._check_keys(value, _LANGUAGES, (), near, section)
        words = {language: str(value.get(language, near)).strip() for language in _LANGUAGES}
        if not all(words.values()):
            self.faults.note(near, f"{near} has no words in one of its languages", section=section)
        return words

    def _check_keys(
        self,
        content: Mapping[str, object],
        required: tuple[str, ...],
        allowed: tuple[str, ...],
        near: str = "",
        section: str = "",
    ) -> None:
        of = f" of {near}" if near else ""
        for key in content:
            if key not in (*required, *allowed):
                self.faults.unknown(str(key), (*required, *allowed), of, section=section)
        for key in required:
            if key not in content and near:
                self.faults.note(near, f"key {key!r}{of} is missing", section=section)
            elif key not in content:  # it is missed where the header ends
                self.faults.found.append(Fault(len(self.faults.lines), f"key {key!r} is missing"))

    def _check_grlc(self, question: Question) -> None:
        """What grlc is told twice must be what the header says."""
        own = {parameter.name.replace("_", ""): parameter for parameter in question.parameters}
        tags = self._content.get("tags", [question.group])
        if not isinstance(tags, list) or question.group not in tags:
            self.faults.note("tags", f"tags is a list that names the group, [{question.group}]")
        for key in ("defaults", "enumerate"):
            entries = self._content.get(key, [])
            if not isinstance(entries, list) or not all(isinstance(one, dict) and len(one) == 1 for one in entries):
                self.faults.note(key, f"{key} is a list such as [{{language: …}}]")
                continue
            for name, value in (pair for entry in entries for pair in entry.items()):
                parameter = own.get(str(name))
                if parameter is None:
                    self.faults.note(key, f"{key} names {name}, which is no parameter, written without underscores")
                elif key == "defaults" and str(value) != parameter.default:
                    self.faults.note(key, f"{key} says {name}: {value}, the parameter says {parameter.default}")
                elif key == "enumerate" and parameter.choices and tuple(map(str, value)) != parameter.choices:
                    said = ", ".join(parameter.choices)
                    self.faults.note(key, f"{key} has other values of {name} than its choices, {said}")


def header_lines(text: str) -> list[str]:
    """Lines of the header, which ends at the first line that is none."""
    lines = text.split("\n")
    end = next((number for number, line in enumerate(lines) if not line.startswith("#+")), len(lines))
    return lines[:end]

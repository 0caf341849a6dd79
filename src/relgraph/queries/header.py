"""Reads the header of a query file: the `#+` lines at its top, in YAML, as grlc has them.

Strict: every key is known and each is there, so that nothing in a header is written in vain. Owns no SPARQL.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import NoReturn

from relgraph.errors import DataError
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


class Header:
    """The header of one file, and where in the file each thing stands."""

    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        self.text = text
        self._lines = _header_lines(text)
        content = parse_yaml("\n".join(line[2:].removeprefix(" ") for line in self._lines), path)
        if not isinstance(content, dict):
            raise DataError(path, "line 1: a query starts with its header, lines of #+ with YAML")
        self._content = content

    def question(self) -> Question:
        """The question that the header describes.

        Raises:
            DataError: a key is unknown, missing or of the wrong form; the message names file and line.
        """
        self._check_keys(self._content, _KEYS, (*_OPTIONAL_KEYS, *_GRLC_KEYS), "")
        return Question(
            name=self.path.stem,
            summary=self._line("summary"),
            description=self._line("description"),
            title=self._words(self._content["title"], "title"),
            question=self._words(self._content["question"], "question"),
            group=self._group(),
            parameters=tuple(self._parameter(entry) for entry in self._entries("parameters")),
            columns=tuple(self._column(entry) for entry in self._entries("columns")),
            text=self.text,
            relations=self._relations(),
            picture=self._picture(),
        )

    def fail(self, near: str, why: str) -> NoReturn:
        """Raise a DataError with the line of the header that names something, as an entry, a key or any word."""
        word = re.escape(near)
        for pattern in (rf"name: *['\"]?{word}(?![\w-])", rf"^#\+ *{word}:", rf"(?<![\w-]){word}(?![\w-])"):
            numbers = [number for number, line in enumerate(self._lines, 1) if re.search(pattern, line)]
            if numbers:
                raise DataError(self.path, f"line {numbers[0]}: {why}")
        raise DataError(self.path, f"line 1: {why}")

    def _group(self) -> str:
        group = self._line("group")
        if group not in GROUPS:
            self.fail("group", f"there is no group {group!r}; there are {', '.join(GROUPS)}")
        return group

    def _relations(self) -> tuple[RelationType, ...]:
        names = self._content.get("relations", [])
        if not isinstance(names, list) or ("relations" in self._content and not names):
            self.fail("relations", "relations is a list of types such as [partnership]; left out, all are meant")
        unknown = next((name for name in names if name not in set(RelationType)), None)
        if unknown is not None:
            self.fail("relations", f"there is no type of relation {unknown!r}; there are {', '.join(RelationType)}")
        return tuple(RelationType(name) for name in names)

    def _picture(self) -> Picture | None:
        if "picture" not in self._content:
            return None
        entry, columns = self._content["picture"], {str(column["name"]) for column in self._entries("columns")}
        if not isinstance(entry, dict) or set(entry) not in ({"bars", "length"}, {"years"}):
            self.fail("picture", "picture is {bars: [a_column], length: a_column} or {years: a_column}")
        named = entry["bars"] if "bars" in entry else [entry["years"]]
        if not isinstance(named, list) or not named:
            self.fail("picture", "bars is a list of columns that name a bar")
        for name in (*named, *([entry["length"]] if "length" in entry else [])):
            if name not in columns:
                self.fail("picture", f"picture names {name!r}, which is none of the columns")
        return Picture(tuple(named), entry.get("length"))

    def _suggest(self, entry: Mapping[str, object], name: str, kind: ParameterType) -> str | None:
        if "suggest" not in entry:
            return None
        suggest = str(entry["suggest"])
        if kind not in _SUGGESTING:
            self.fail(name, f"parameter {name} has type {kind.value!r}, which is suggested from the graph as it is")
        if kind is ParameterType.ENTITY and suggest not in _CLASSES:
            self.fail(name, f"parameter {name} suggests {suggest!r}; there are {', '.join(_CLASSES)}")
        return suggest

    def _parameter(self, entry: Mapping[str, object]) -> Parameter:
        name = self._name(entry, "parameter")
        self._check_keys(entry, ("name", "type", "help"), ("optional", "default", "choices", "suggest"), name)
        kind, optional = str(entry["type"]), _TRUTHS.get(str(entry.get("optional", "false")).lower())
        if kind not in set(ParameterType):
            self.fail(name, f"parameter {name} has type {kind!r}; there are {', '.join(ParameterType)}")
        if optional is None or (optional and "default" in entry):
            self.fail(name, f"parameter {name} is either optional: true, or has a default, or neither")
        choices = entry.get("choices", [])
        if not isinstance(choices, list):
            self.fail(name, f"choices of parameter {name} are no list")
        default = str(entry["default"]) if "default" in entry else None
        options = tuple(str(choice) for choice in choices)
        if options and default is not None and default not in options:
            self.fail(name, f"default {default!r} of parameter {name} is none of its choices")
        suggest = self._suggest(entry, name, ParameterType(kind))
        words = self._words(entry["help"], name)
        return Parameter(name, ParameterType(kind), words, optional, default, options, suggest)

    def _column(self, entry: Mapping[str, object]) -> Column:
        name = self._name(entry, "column")
        self._check_keys(entry, ("name", *_LANGUAGES), ("of",), name)
        words = self._words({language: entry[language] for language in _LANGUAGES}, name)
        return Column(name, words, str(entry["of"]) if "of" in entry else None)

    def _entries(self, key: str) -> list[Mapping[str, object]]:
        entries = self._content[key]
        if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
            self.fail(key, f"{key} is a list of entries such as {{name: …}}")
        names = [str(entry.get("name")) for entry in entries]
        twice = next((name for name in names if names.count(name) > 1), None)
        if twice is not None:
            self.fail(twice, f"{twice} stands twice in {key}")
        return entries

    def _name(self, entry: Mapping[str, object], what: str) -> str:
        name = str(entry.get("name", ""))
        if not _NAME.fullmatch(name):
            self.fail(name or f"{what}s", f"a {what} has no name, or one that is not of the form a_name: {name!r}")
        return name

    def _line(self, key: str) -> str:
        value = self._content[key]
        if not isinstance(value, str) or not value.strip():
            self.fail(key, f"{key} is a line of text")
        return value.strip()

    def _words(self, value: object, near: str) -> Words:
        if not isinstance(value, dict):
            self.fail(near, f"{near} needs words in {' and '.join(_LANGUAGES)}")
        self._check_keys(value, _LANGUAGES, (), near)
        words = {language: str(value[language]).strip() for language in _LANGUAGES}
        if not all(words.values()):
            self.fail(near, f"{near} has no words in one of its languages")
        return words

    def _check_keys(
        self, content: Mapping[str, object], required: tuple[str, ...], allowed: tuple[str, ...], near: str
    ) -> None:
        of = f" of {near}" if near else ""
        for key in content:
            if key not in (*required, *allowed):
                self.fail(str(key), f"unknown key {key!r}{of}; there are {', '.join((*required, *allowed))}")
        for key in required:
            if key not in content:
                self.fail(near, f"key {key!r}{of} is missing")


def _header_lines(text: str) -> list[str]:
    lines = text.split("\n")
    end = next((number for number, line in enumerate(lines) if not line.startswith("#+")), len(lines))
    return lines[:end]

"""CSVW: what the columns of the tables are, so that programs read them typed, joined, and as RDF.

Owns the form of `data/publishing/columns.yml`.
"""

import json
from functools import lru_cache
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from relgraph.describing.dataset import About
from relgraph.describing.void import licence
from relgraph.extraction.lexicon import parse
from relgraph.resources import folder, read_yaml
from relgraph.vocabulary import PREFIXES

METADATA = "csv-metadata.json"
"""Name of the file, where CSVW's readers look for it."""

KINDS: dict[str, Any] = {
    "edtf": {"base": "string", "format": r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"},
    "digest": {"base": "string", "format": "^[0-9a-f]{64}$"},
    "share": {"base": "decimal", "minimum": 0, "maximum": 1},
    "place": {"base": "integer", "minimum": 0},
    "anyURI": "anyURI",
    "boolean": "boolean",
    "date": "date",
}
"""Datatypes by the words of the data file."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Column(_Part):
    """One column."""

    de: str
    en: str
    kind: str | None = None
    property: str | None = None
    about: str | None = None
    value: str | None = None
    lang: str | None = None
    separator: str | None = None
    required: bool = False
    hidden: bool = False
    """Whether RDF made of the table leaves the column out."""


class Reference(_Part):
    """A key of another table."""

    columns: tuple[str, ...]
    table: str
    to: tuple[str, ...]


class Statement(_Part):
    """What holds of each row and no cell says."""

    property: str
    value: str


class Table(_Part):
    """One table."""

    de: str
    en: str
    about: str
    key: tuple[str, ...]
    columns: dict[str, Column]
    foreign: tuple[Reference, ...] = ()
    also: tuple[Statement, ...] = Field(default=())


@lru_cache
def tables() -> dict[str, Table]:
    """The tables by the names of their files.

    Raises:
        DataError: the file is not what its head says.
    """
    path = folder("data") / "publishing" / "columns.yml"
    return parse(path, read_yaml(path), dict[str, Table])


def csvw(said: About, language: str | None) -> bytes:
    """The metadata of all tables; `language` is that of all releases, where they have one."""
    document = {
        "@context": "http://www.w3.org/ns/csvw",
        "dc:title": [{"@value": said.title.de, "@language": "de"}, {"@value": said.title.en, "@language": "en"}],
        "dc:license": {"@id": said.licence_document or licence(said)},
        "dialect": {"header": True, "encoding": "utf-8", "delimiter": ",", "lineTerminators": ["\n"]},
        "tables": [_table(name, table, language) for name, table in tables().items()],
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _table(name: str, table: Table, language: str | None) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "aboutUrl": table.about,
        "primaryKey": list(table.key),
        "columns": [_column(key, column, language) for key, column in table.columns.items()]
        + [
            {"name": f"also_{n}", "virtual": True, "propertyUrl": _whole(one.property), "valueUrl": _whole(one.value)}
            for n, one in enumerate(table.also, 1)
        ],
    }
    # By the letter of CSVW each row must reference another: a column that may be empty can be no key, though it joins
    keys = [one for one in table.foreign if all(table.columns[column].required for column in one.columns)]
    if keys:
        schema["foreignKeys"] = [
            {
                "columnReference": list(one.columns),
                "reference": {"resource": one.table, "columnReference": list(one.to)},
            }
            for one in keys
        ]
    return {
        "url": name,
        "dc:description": [{"@value": table.de, "@language": "de"}, {"@value": table.en, "@language": "en"}],
        "tableSchema": schema,
    }


def _column(name: str, column: Column, language: str | None) -> dict[str, Any]:
    told: dict[str, Any] = {
        "name": name,
        "titles": {"und": [name], "de": [column.de], "en": [column.en]},  # the heading, and what people may be shown
        "datatype": KINDS[column.kind] if column.kind else "string",
    }
    for key, value in (
        ("aboutUrl", column.about),
        ("propertyUrl", _whole(column.property) if column.property else None),
        ("valueUrl", column.value),
        ("separator", column.separator),
        ("lang", column.lang or (language if column.property in _WORDS else None)),
    ):
        if value is not None:
            told[key] = value
    if column.required:
        told["required"] = True
    if column.hidden:
        told["suppressOutput"] = True
    return told


_WORDS = ("oa:exact", "dcterms:title", "rg:role", "rg:amount")
"""Properties whose texts are in the language of the release."""


def _whole(name: str) -> str:
    prefix, _, local = name.partition(":")
    return PREFIXES[prefix] + local if prefix in PREFIXES and prefix != "id" else name

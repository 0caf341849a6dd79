"""Where `ontology/`, `queries/` and `data/` lie, in a checkout and in a wheel; and files of other packages."""

import re
import sys
from collections.abc import Iterable
from contextlib import suppress
from functools import lru_cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from unicodedata import unidata_version

import yaml

from relgraph.errors import DataError

_PACKAGE = Path(__file__).parent
_CHECKOUT = _PACKAGE.parent.parent
_DEEPEST, _WIDEST = 40, 256
"""Levels of a file, and bits of its numbers."""
_ALIAS = re.compile(r"(?<!\S)\*\w|[\[{,:-]\*\w")


def folder(name: str) -> Path:
    """Path of the folder `ontology`, `queries` or `data`.

    Raises:
        DataError: the folder is in neither place.
    """
    for place in (_PACKAGE / "_resources" / name, _CHECKOUT / name):
        if place.is_dir():
            return place
    raise DataError(name, "folder not found beside the package; reinstall relgraph")


def package_file(package: str, file: str, what: str) -> Path:
    """Path of a file in an installed package, which is not imported: nothing in it runs.

    Raises:
        DataError: the package is missing; the message says `what` it carries.
    """
    found = find_spec(package)
    if found is None or not found.submodule_search_locations:
        raise DataError(package, f"this package, which carries {what}, is not installed")
    return Path(found.submodule_search_locations[0]) / file


def read_yaml(path: Path) -> object:
    """Content of a YAML file, dates kept as text.

    Raises:
        DataError: the file is missing, not UTF-8, or not YAML; the message names the line.
    """
    try:
        return parse_yaml(path.read_text(encoding="utf-8"), path)
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(path, str(error)) from error


@lru_cache
def read_words(path: Path) -> dict[str, dict[str, str]]:
    """Words by key and language out of a YAML file, each in German and English.

    Raises:
        DataError: the file cannot be read, is no such mapping, or a key lacks a language; the message names it.
    """
    table = read_yaml(path)
    if not isinstance(table, dict):
        raise DataError(path, "not a mapping of keys to words")
    for key, words in table.items():
        if not isinstance(words, dict) or set(words) != {"de", "en"}:
            raise DataError(path, f"{key}: words are needed in de and en")
    return table


def parse_yaml(text: str, path: object) -> object:
    """Content of YAML text, dates kept as text; `path` is named in the error.

    >>> parse_yaml("date: 2014-11-20", "example")
    {'date': '2014-11-20'}

    Raises:
        DataError: the text is no YAML, nested too deeply, or has an alias, which could stand for a billion values.
    """
    return _loaded(text, path, _TextDates)


def strict_yaml(text: str, path: object) -> object:
    """Content of YAML text as readers in pure Python take it, who refuse some of what libyaml lets pass.

    >>> parse_yaml("{de: erledigt?, en: done?}", "example")
    {'de': 'erledigt?', 'en': 'done?'}
    >>> strict_yaml("{de: erledigt?, en: done?}", "example")
    Traceback (most recent call last):
    ...
    relgraph.errors.DataError: example: line 1: expected ',' or '}', but got '?'

    Raises:
        DataError: the text is no YAML to them.
    """
    return _loaded(text, path, yaml.SafeLoader)


def _loaded(text: str, path: object, loader: type[yaml.SafeLoader]) -> object:
    if _ALIAS.search(text):
        _refuse_aliases(text, path)
    try:
        value: object = yaml.load(text, Loader=loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f"line {mark.line + 1}: " if mark else ""
        why = " ".join(str(getattr(error, "problem", None) or error).split())
        raise DataError(path, f"{line}{why}") from error
    except RecursionError:
        raise DataError(path, "nested too deeply") from None
    except (ValueError, LookupError, ArithmeticError) as error:  # the library lets them through from its conversions
        raise DataError(path, f"a value is none of its kind: {' '.join(str(error).split())}") from error
    level = [value]
    for _ in range(_DEEPEST):
        if any(isinstance(one, int) and one.bit_length() > _WIDEST for one in level):
            raise DataError(path, "a number that nobody could print")
        level = [inner for outer in level for inner in _inside(outer)]
        if not level:
            return value
    raise DataError(path, f"nested too deeply, more than {_DEEPEST} levels")


def _refuse_aliases(text: str, path: object) -> None:
    with suppress(yaml.YAMLError):  # what is wrong is told by whoever loads it
        for event in yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            if isinstance(event, yaml.AliasEvent):
                line = f"line {event.start_mark.line + 1}: " if event.start_mark else ""
                raise DataError(path, f"{line}an alias, *{event.anchor}; values are written out")


def _inside(value: object) -> Iterable[object]:
    return value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple | set) else ()


def to_yaml(value: object) -> str:
    """YAML text of plain values that `parse_yaml` reads back, keys in their order, each text on one line.

    >>> to_yaml([{"name": "Köln", "date": "2014-11-20", "since": "1989"}])
    "- name: Köln\\n  date: 2014-11-20\\n  since: '1989'\\n"
    """
    return yaml.dump(value, Dumper=_PlainDates, allow_unicode=True, sort_keys=False, width=1_000_000)


class _TextDates(yaml.CSafeLoader if hasattr(yaml, "CSafeLoader") else yaml.SafeLoader):  # type: ignore[misc]
    """The safe loader without its guess that 2014-11-20 is a date: our dates may be years or months.

    A key that stands twice in one mapping is an error; the library would let the last one win.
    """

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[object, object]:
        seen: set[object] = set()
        for key, _ in node.value:
            if isinstance(key, yaml.ScalarNode) and key.tag != "tag:yaml.org,2002:merge":
                if key.value in seen:
                    raise yaml.constructor.ConstructorError(None, None, f"{key.value!r} stands twice", key.start_mark)
                seen.add(key.value)
        return super().construct_mapping(node, deep=deep)  # type: ignore[no-any-return]


_TextDates.yaml_implicit_resolvers = {
    first: [(tag, regexp) for tag, regexp in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


class _PlainDates(yaml.SafeDumper):
    """The safe dumper without quotes around dates, which are text to the loader above."""


_PlainDates.yaml_implicit_resolvers = {
    first: [(tag, regexp) for tag, regexp in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeDumper.yaml_implicit_resolvers.items()
}


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    """Text with breaks or signs of control between quotes, where they are spelt out; bare ones are not read back."""
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=None if text.isprintable() else '"')


_PlainDates.add_representer(str, _text)


@lru_cache(maxsize=1)
def own_digest() -> str:
    """Digest of all of relgraph: its code, its ontology, its questions and its data but the releases."""
    parts = sorted(path.name for path in _PACKAGE.iterdir() if path.name not in ("_resources", "__pycache__"))
    data = sorted(path.name for path in folder("data").iterdir() if path.name not in ("releases", "gold"))
    return package_digest(*parts, data=(*data, "../ontology", "../queries"))


@lru_cache
def package_digest(*parts: str, data: tuple[str, ...] = (), libraries: tuple[str, ...] = ()) -> str:
    """Digest of relgraph's own code in some modules and rooms, of files and folders of `data`, and of what runs it.

    >>> package_digest("iris.py") == package_digest("iris.py") != package_digest("files.py")
    True
    """
    runs = (f"{sys.version_info[:2]} {unidata_version}", *(f"{name} {_version(name)}" for name in libraries))
    digest = sha256("\0".join(runs).encode())
    for root in (*(_PACKAGE / part for part in parts), *(folder("data") / name for name in data)):
        for path in sorted([root] if root.is_file() else root.rglob("*")):
            name = path.relative_to(root.parent)
            if path.is_file() and "__pycache__" not in name.parts:
                digest.update(f"{name.as_posix()}\n{path.stat().st_size}\n".encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""

"""Where `ontology/`, `queries/` and `data/` lie, in a checkout and in an installed wheel."""

from pathlib import Path

import yaml

from relgraph.errors import DataError

_PACKAGE = Path(__file__).parent
_CHECKOUT = _PACKAGE.parent.parent


def folder(name: str) -> Path:
    """Path of the folder `ontology`, `queries` or `data`.

    Raises:
        DataError: the folder is in neither place.
    """
    for place in (_PACKAGE / "_resources" / name, _CHECKOUT / name):
        if place.is_dir():
            return place
    raise DataError(name, "folder not found beside the package; reinstall relgraph")


def read_yaml(path: Path) -> object:
    """Content of a YAML file, dates kept as text.

    Raises:
        DataError: the file is missing, not UTF-8, or not YAML; the message names the line.
    """
    try:
        return parse_yaml(path.read_text(encoding="utf-8"), path)
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(path, str(error)) from error


def parse_yaml(text: str, path: object) -> object:
    """Content of YAML text, dates kept as text; `path` is named in the error.

    >>> parse_yaml("date: 2014-11-20", "example")
    {'date': '2014-11-20'}
    """
    try:
        return yaml.load(text, Loader=_TextDates)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f"line {mark.line + 1}: " if mark else ""
        raise DataError(path, f"{line}{getattr(error, 'problem', None) or error}") from error


class _TextDates(yaml.CSafeLoader if hasattr(yaml, "CSafeLoader") else yaml.SafeLoader):  # type: ignore[misc]
    """The safe loader without its guess that 2014-11-20 is a date: our dates may be years or months."""


_TextDates.yaml_implicit_resolvers = {
    first: [(tag, regexp) for tag, regexp in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}

"""Markdown with front matter: the form in which releases lie in `data/releases`."""

import json
import re
from pathlib import Path

from relgraph.errors import DataError, ReleaseError
from relgraph.iris import server_of
from relgraph.model import Release
from relgraph.releases.dates import is_calendar_date
from relgraph.releases.draft import Draft
from relgraph.releases.text import normalise, paragraphs
from relgraph.resources import parse_yaml

KEYS = ("id", "url", "publisher", "region", "date", "language", "title")
"""Keys of the front matter, in the order in which it is written."""

_FENCE = "---"
_HEADING = re.compile(r"^#{1,6} +(.*?)(?: +#+)?$")
_CONSTANTS = frozenset({"null", "true", "false", "yes", "no", "on", "off"})
_SHAPES = {
    "id": (re.compile(r"[a-z0-9][a-z0-9.-]*"), "lower-case letters, digits, dots and hyphens"),
    "url": (re.compile(r"https?://\S+"), "an http address"),
    "language": (re.compile(r"[a-z]{2,3}"), "a language code such as de"),
}


def read_markdown(text: str, path: Path) -> Draft:
    """Draft of a Markdown file; the first heading is the title where the front matter has none.

    Raises:
        ReleaseError: the front matter is not closed, is not YAML, or has keys or values that are off.
    """
    front, body = _split(text, path)
    own = _metadata(front, path) if front is not None else {}
    lines = paragraphs(normalise(_without_syntax(body)))
    headings = [_HEADING.match(line) for line in lines]
    if "title" not in own:
        first = next((found for found in headings if found), None)
        own |= {"title": first[1]} if first else {}
    return Draft(lines=tuple(found[1] if found else line for found, line in zip(headings, lines, strict=True)), **own)


def write_markdown(release: Release) -> str:
    """Release as a file of `data/releases`.

    >>> print(write_markdown(Release(id="bw-1", title="Land reist: Japan", date="2023", text="Das Land reist.")))
    ---
    id: bw-1
    date: "2023"
    language: de
    title: "Land reist: Japan"
    ---
    <BLANKLINE>
    Das Land reist.
    <BLANKLINE>
    """
    values = {key: getattr(release, key) for key in KEYS}
    front = "".join(f"{key}: {_scalar(value)}\n" for key, value in values.items() if value is not None)
    return f"{_FENCE}\n{front}{_FENCE}\n\n{release.text}\n"


def _split(text: str, path: Path) -> tuple[str | None, str]:
    lines = re.split(r"\r\n|\r|\n", text)
    if lines[0].rstrip() != _FENCE:
        return None, "\n".join(lines)
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() == _FENCE), None)
    if end is None:
        raise ReleaseError(path, "front matter: opened in line 1 and never closed")
    return "\n".join(["", *lines[1:end]]), "\n".join(lines[end + 1 :])  # the blank line keeps YAML's count true


def _metadata(front: str, path: Path) -> dict[str, str]:
    lines = {
        found[1]: number
        for number, line in enumerate(front.split("\n"), 1)
        if (found := re.match(r"([^\s#][^:]*):", line))
    }
    content = _yaml(front, path)
    if content is None:
        return {}
    if not isinstance(content, dict):
        raise ReleaseError(path, "front matter: line 2: not keys and values")
    known = {}
    for key, value in content.items():
        where = f"front matter: line {lines.get(str(key), 2)}"
        if key not in KEYS:
            raise ReleaseError(path, f"{where}: unknown key {key!r}; known are {', '.join(KEYS)}")
        if value is not None:
            known[key] = _checked(key, value, path, where)
    return known


def _yaml(front: str, path: Path) -> object:
    keys = re.findall(r"^([^\s#:]+):", front, re.MULTILINE)
    twice = next((key for key in keys if keys.count(key) > 1), None)
    if twice is not None:
        raise ReleaseError(path, f"front matter: key {twice!r} stands twice")
    try:
        return parse_yaml(front, "front matter")
    except DataError as error:
        raise ReleaseError(path, " ".join(str(error).split())) from error


def _checked(key: str, value: object, path: Path, where: str) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise ReleaseError(path, f"{where}: {key} has to be text")
    text = " ".join(normalise(str(value)).split())
    shape, meaning = _SHAPES.get(key, (re.compile(".+"), "text"))
    if not shape.fullmatch(text):
        raise ReleaseError(path, f"{where}: {key} {text[:60]!r} is not {meaning}")
    if key == "url" and not server_of(text):
        raise ReleaseError(path, f"{where}: url {text[:60]!r} names no server")
    if key == "date" and not is_calendar_date(text):
        raise ReleaseError(path, f"{where}: date {text[:60]!r} is not a date such as 1989, 1989-11 or 1989-11-24")
    return text


def _without_syntax(body: str) -> str:
    """Plain text of a body: comments and pictures go, links and emphasis leave their words."""
    text = _without_comments(body)
    text = re.sub(r"!\[[^\]\n]{0,300}\]\([^)\n]{0,500}\)", "", text)
    text = re.sub(r"\[([^\]\n]{1,300})\]\((?:https?://|mailto:|/)[^)\s]{0,500}\)", r"\1", text)
    text = re.sub(r"(?<![\w*])(\*\*|__)(?=\S)(.{1,200}?)(?<=\S)\1(?![\w*])", r"\2", text)
    text = re.sub(r"(?<![\w*_])([*_])(?=[^\s*_])([^*_\n]{1,200}?)(?<=\S)\1(?![\w*_])", r"\2", text)
    return re.sub(r"^> ?", "", text, flags=re.MULTILINE)


def _without_comments(body: str) -> str:
    kept, place = [], 0
    while (start := body.find("<!--", place)) >= 0 and (end := body.find("-->", start)) >= 0:
        kept.append(body[place:start])
        place = end + 3
    return "".join([*kept, body[place:]])


def _scalar(value: str) -> str:
    """Value as YAML reads it back: bare where nothing in it could mislead, else in double quotes."""
    text = " ".join(normalise(value).split())
    bare = re.fullmatch(r"https?://[^\s#'\"]+|\d{4}-\d{2}(-\d{2})?|[^\W\d_][\w /.,()–-]*[\w)]", text)
    return text if bare and text.lower() not in _CONSTANTS else json.dumps(text, ensure_ascii=False)

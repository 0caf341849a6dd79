"""Targets of fuzzing: whatever lies in a file, it becomes a release or is told of in one line."""

import re
from pathlib import Path

from promises import one_line
from relgraph.errors import FetchError, ReleaseError
from relgraph.extraction.readers import FirstReader
from relgraph.model import Release
from relgraph.releases.reader import open_release
from relgraph.releases.sources.feeds import is_feed, read_feed

_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
_FIELDS = ("id", "title", "publisher", "region", "language", "url")


class Files:
    """A folder whose files are written anew for each input."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def release(self, data: bytes, suffix: str, origin: bytes | None = None) -> None:
        """A file of this kind, perhaps with an origin beside it, is read or told of in one line."""
        path, beside = self._folder / f"a{suffix}", self._folder / "a.origin.json"
        path.write_bytes(data)
        beside.unlink(missing_ok=True)
        if origin is not None:
            beside.write_bytes(origin)
        try:
            release = open_release(path).release
        except ReleaseError as error:
            return one_line(error, str(self._folder))
        check_release(release)

    def text(self, data: bytes) -> None:
        """Plain text."""
        self.release(data, ".txt")

    def markdown(self, data: bytes) -> None:
        """Markdown with front matter."""
        self.release(data, ".md")

    def page(self, data: bytes) -> None:
        """A saved page."""
        self.release(data, ".html")

    def pdf(self, data: bytes) -> None:
        """A PDF."""
        self.release(data, ".pdf")

    def origin(self, data: bytes) -> None:
        """The origin of a page."""
        page = b"<html><body><main><h1>Reise</h1><p>Das Land arbeitet mit Japan und China zusammen.</p></main></html>"
        self.release(page, ".html", data)


def check_release(release: Release) -> None:
    """Hold what is true of each release: nothing unseen in it, no line breaks in its fields, a name for its file."""
    assert not _UNSEEN.search(release.text), "a text has signs that nobody sees"
    for field in _FIELDS:
        value = getattr(release, field) or ""
        assert not _UNSEEN.search(value), f"{field} has signs that nobody sees"
        assert "\n" not in value, f"{field} has several lines"
    assert re.fullmatch(r"[a-z0-9][a-z0-9.-]*", release.id), "an id is no name of a file"


def feed(data: bytes) -> None:
    """A feed gives entries with addresses, or is told of in one line."""
    is_feed(data)
    try:
        entries = read_feed(data, "https://example.org/feed")
    except FetchError as error:
        return one_line(error)
    for entry in entries:
        assert entry.url, "an entry has no address"
        assert not _UNSEEN.search(entry.title or ""), "a title has signs that nobody sees"


def extraction(data: bytes) -> None:
    """Each mention and each sentence stands where it says, and each relation is of entities that are there."""
    text = data.decode("utf-8", "replace").replace("\x00", "") or "-"
    release = Release(id="a", title="Reise", date="2024-02-01", region="Hessen", text=text)
    read = FirstReader().read(release)
    known = {entity.id for entity in read.entities}
    for entity in read.entities:
        for mention in entity.mentions:
            assert text[mention.start : mention.end] == mention.text, "a mention does not stand where it says"
    for relation in read.relations:
        evidence = relation.evidence
        assert text[evidence.start : evidence.end] == evidence.text, "a sentence does not stand where it says"
        assert {relation.subject, relation.object} - {None} <= known, "a relation has an end that nobody named"

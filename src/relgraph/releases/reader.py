"""Files and folders become releases: own metadata first, then what the text says, then the command's options."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from textwrap import shorten

from relgraph.errors import ReleaseError
from relgraph.iris import server_of, slug
from relgraph.model import Date, Release, Value
from relgraph.releases.dates import first_date
from relgraph.releases.draft import Draft
from relgraph.releases.files import read_bytes, read_characters, release_files
from relgraph.releases.head import Head, behead
from relgraph.releases.markdown import read_markdown
from relgraph.releases.origin import Origin, read_origin
from relgraph.releases.page import read_page
from relgraph.releases.pdf import read_pdf
from relgraph.releases.publishers import host_of, names_region, publisher_of, region_of_name, region_of_text
from relgraph.releases.text import normalise, paragraphs, stored, words
from relgraph.releases.trailing import Divided, divide

_TOP = 1500
"""Characters of a text within which its first full date is taken for the release's own."""

_SHORTEST = 5
"""Words. A release states at least one relation, and no German sentence does so in fewer."""


class ReleaseDefaults(Value):
    """What the command's options say of releases that do not say it themselves."""

    publisher: str | None = None
    region: str | None = None
    date: Date | None = None
    language: str | None = None


@dataclass(frozen=True)
class Skipped:
    """A file that gave no release, and why; the message does not repeat the path."""

    path: str
    why: str


@dataclass(frozen=True)
class Reading:
    """A release as it was read, with the fields that neither file, text nor options told (`title` is then made up)."""

    release: Release
    path: str
    missing: tuple[str, ...] = ()


def read_releases(paths: Sequence[Path], *, defaults: ReleaseDefaults | None = None) -> Iterator[Release | Skipped]:
    """Releases of files and folders, in order; what could not be read comes as `Skipped` in its place.

    Raises:
        ReleaseError: at once, where a path does not exist or a folder holds no release.
    """
    found = open_releases(paths, defaults=defaults)
    return (reading.release if isinstance(reading, Reading) else reading for reading in found)


def open_releases(paths: Sequence[Path], *, defaults: ReleaseDefaults | None = None) -> Iterator[Reading | Skipped]:
    """Like `read_releases`, with what is missing in each release."""
    return _distinct(release_files(paths), defaults)


def read_release(path: Path, *, defaults: ReleaseDefaults | None = None) -> Release:
    """Release of one file.

    Raises:
        ReleaseError: the file cannot be read as a release; one line says why.
    """
    return open_release(path, defaults=defaults).release


def open_release(path: Path, *, defaults: ReleaseDefaults | None = None) -> Reading:
    """Like `read_release`, with what is missing in it."""
    origin = read_origin(path)
    draft = _draft(path, origin)
    return _reading(_complete(draft, origin) if origin else draft, path, defaults or ReleaseDefaults())


def read_text(text: str, path: Path, metadata: Mapping[str, str]) -> Release:
    """Release of a text that another file brings along with its metadata; `path` is named in the error.

    Raises:
        ReleaseError: the text is too short to be a release.
    """
    draft = Draft(lines=tuple(paragraphs(normalise(text))), **metadata)
    return _reading(draft, path, ReleaseDefaults()).release


def _distinct(files: Sequence[Path], defaults: ReleaseDefaults | None) -> Iterator[Reading | Skipped]:
    first: dict[str, Path] = {}
    for path in files:
        try:
            reading = open_release(path, defaults=defaults)
        except ReleaseError as error:
            yield Skipped(str(path), str(error).removeprefix(f"{path}: "))
            continue
        known = first.setdefault(reading.release.id, path)
        if known is path:
            yield reading
        else:
            yield Skipped(str(path), f"id {reading.release.id} was already read from {known}")


def _draft(path: Path, origin: Origin | None) -> Draft:
    suffix = path.suffix.lower()
    if suffix == ".pdf":
        return read_pdf(read_bytes(path), path)
    characters = read_characters(path, charset=origin.charset if origin else None)
    if suffix in (".html", ".htm"):
        return read_page(characters, path, origin.title if origin else None)
    if suffix == ".md":
        return read_markdown(characters, path)
    if characters.lstrip()[:14].lower().startswith(("<!doctype html", "<html")):
        raise ReleaseError(path, "an HTML page; name it .html")
    return Draft(lines=tuple(paragraphs(normalise(characters))))


def _complete(draft: Draft, origin: Origin) -> Draft:
    """Draft with what its origin tells where the page does not say it, or cannot be relied on."""
    same = draft.url is not None and server_of(draft.url) == server_of(origin.url)
    return replace(
        draft,
        outer_date=origin.date,
        outer_publisher=origin.publisher or draft.outer_publisher,
        title=draft.title or origin.title,  # before that of the window, which may be the site's
        url=draft.url if same else origin.url,  # a page may call itself anything; it came from where it came from
    )


def _reading(draft: Draft, path: Path, defaults: ReleaseDefaults) -> Reading:
    divided = divide(draft.lines)
    head = behead(divided.body, draft.title)
    text = stored(head.body)
    if len(words(text)) < _SHORTEST:
        raise ReleaseError(path, f"too short to be a release: {len(words(text))} words besides its headline")
    title = head.title or draft.outer_title
    publisher = _publisher(draft, head, divided) or draft.outer_publisher
    region = draft.region or _region(publisher, draft.url, f"{head.title}\n{text}") or defaults.region
    release = Release(
        id=draft.id or slug(path.stem),
        title=title or _opening(text),
        date=draft.date
        or head.date
        or draft.outer_date
        or first_date(path.stem)
        or first_date(text[:_TOP])
        or defaults.date,
        publisher=publisher or defaults.publisher,
        region=region or (region_of_name(defaults.publisher) if defaults.publisher else None),
        language=draft.language or defaults.language or "de",
        url=draft.url,
        text=text,
    )
    told = {"title": title, "date": release.date, "publisher": release.publisher, "region": release.region}
    return Reading(release, str(path), tuple(field for field, value in told.items() if value is None))


def _publisher(draft: Draft, head: Head, divided: Divided) -> str | None:
    """Name by the page's own word, by a line above the text or below it, by the host."""
    host = host_of(draft.url)
    signed = (publisher_of(line) for line in divided.carried if names_region(line))
    return draft.publisher or head.publisher or next(filter(None, signed), None) or (host.publisher if host else None)


def _region(publisher: str | None, url: str | None, text: str) -> str | None:
    """Region for which the publisher speaks, by its name, by its host, by what the text names most."""
    host = host_of(url)
    return (region_of_name(publisher) if publisher else None) or (host.region if host else None) or region_of_text(text)


def _opening(text: str) -> str:
    """Beginning of a text that has no headline, to stand for one."""
    return shorten(text.split("\n", 1)[0], width=120, placeholder=" …")

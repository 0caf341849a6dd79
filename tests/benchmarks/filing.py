"""Synthetic releases as files, for `relgraph build` to read: Markdown with front matter, every tenth an HTML page."""

from datetime import date
from html import escape
from pathlib import Path

from relgraph.releases.markdown import write_markdown

EVERY = 10  # release is a page
PAGE = """<!doctype html>
<html lang="de">
<head><meta charset="utf-8"><title>{title}</title><link rel="canonical" href="{url}"></head>
<body>
<nav><a href="/">Startseite</a> <a href="/presse">Presse</a> <a href="/kontakt">Kontakt</a></nav>
<main><article>
<p>{day}</p>
<p>Herausgeber: {publisher}</p>
<h1>{title}</h1>
{paragraphs}
</article></main>
<footer><a href="/impressum">Impressum</a></footer>
</body>
</html>
"""


def write_files(folder, extractions):
    """Write each release to a file in a folder of its region; none is kept. The number of files."""
    number = -1
    for number, extraction in enumerate(extractions):
        write_file(Path(folder), extraction.release, number % EVERY == EVERY - 1)
    return number + 1


def write_file(folder, release, page=False):
    """Write one release, as a page or not; its path."""
    path = folder / release.id[: release.id.index("-2")] / f"{release.id}.{'html' if page else 'md'}"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(write_page(release) if page else write_markdown(release), encoding="utf-8")
    return path


def write_page(release):
    """A release as a page of a government's site."""
    day = date.fromisoformat(release.date)
    return PAGE.format(
        title=escape(release.title), url=release.url, publisher=escape(release.publisher),
        day=f"{day.day:02}.{day.month:02}.{day.year}",
        paragraphs="\n".join(f"<p>{escape(one, quote=False)}</p>" for one in release.text.split("\n\n")),
    )  # fmt: skip

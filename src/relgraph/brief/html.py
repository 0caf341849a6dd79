"""A brief as one HTML page that opens without a network and prints on A4."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

from relgraph.brief.document import Brief, Grid, Heading, Items, Paragraph, Picture
from relgraph.brief.picture import picture_svg
from relgraph.brief.speech import Speech
from relgraph.explore.embedding import policy
from relgraph.explore.templating import environment

_STATIC = Path(__file__).parent / "static"
STYLE = _STATIC / "brief.css"
"""How a brief looks, wherever it stands."""
_PAGE_STYLE = _STATIC / "page.css"
_KINDS = {Heading: "heading", Paragraph: "paragraph", Items: "items", Grid: "grid", Picture: "picture"}


def html(brief: Brief) -> str:
    """The page: headings, tables with heads, a picture with words, notes that lead back to where they are cited.

    All text is escaped, and the page's policy lets nothing run and nothing load.
    """
    styles = tuple(path.read_text(encoding="utf-8") for path in (_PAGE_STYLE, STYLE))
    return _rendered("brief.html", brief, linked=lambda command: None, styles=styles, policy=policy((), styles))


def body(brief: Brief, linked: Callable[[str], tuple[str, str] | None]) -> str:
    """The brief as one element, for a page that has its own head and the style sheet `STYLE`.

    `linked` gives an address and words for a command of relgraph, where the page has something better than the command.
    """
    return _rendered("body.html", brief, linked=linked)


def _rendered(template: str, brief: Brief, **more: object) -> str:
    speech = Speech(brief.language, {})
    cited = Counter(number for run in brief.runs() for number in run.notes)
    return environment("relgraph.brief").get_template(template).render(
        brief=brief, blocks=[(_KINDS[type(block)], block) for block in brief.blocks],
        say=speech.say, quoted=speech.quoted, cited=cited, places=_Places(), picture=picture_svg, **more,
    )  # fmt: skip


class _Places:
    """Numbers the places where a note is cited, in reading order."""

    def __init__(self) -> None:
        self._seen: Counter[int] = Counter()

    def next(self, number: int) -> int:
        """Which citing of this note this is, from 1."""
        self._seen[number] += 1
        return self._seen[number]

"""A brief as PDF: tagged (PDF/UA-1), for archives (PDF/A-2a), with its fonts; typeset by Typst, a wheel of its own."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import cast

from relgraph.brief.characters import shaped
from relgraph.brief.document import Brief, Picture
from relgraph.brief.picture import picture_svg
from relgraph.brief.speech import Speech

_TEMPLATE = Path(__file__).parent / "templates" / "brief.typ"


def pdf(brief: Brief) -> bytes:
    """The brief on A4; text is handed over as data, so that nothing in a release is read as markup.

    No clock and no font of the machine have a part in it: the same brief gives the same bytes.
    """
    import typst

    compiler = typst.Compiler(
        input=_TEMPLATE.read_bytes(), ignore_system_fonts=True,
        sys_inputs={"brief": shaped(json.dumps(_content(brief), ensure_ascii=False)), "picture": _picture(brief)},
    )  # fmt: skip
    return cast(bytes, compiler.compile(format="pdf", pdf_standards=["a-2a", "ua-1"], timestamp=0))


def _content(brief: Brief) -> dict[str, object]:
    """The document model as JSON, each note with what its reader sees."""
    speech, content = Speech(brief.language, {}), brief.content()
    year, month, day = ((brief.as_of or "1970") + "-01-01").split("-")[:3]
    content["day"] = {"year": int(year), "month": int(month), "day": int(day)}
    content["notes"] = [
        asdict(note) | {
            "quoted": speech.quoted(note.sentence),
            "host": note.host,
            "see": speech.say("again", n=note.again) if note.again else "",
        }
        for note in brief.notes
    ]  # fmt: skip
    return content


def _picture(brief: Brief) -> str:
    """The timeline as SVG; empty where the brief has none."""
    return next((picture_svg(block, brief.language) for block in brief.blocks if isinstance(block, Picture)), "")

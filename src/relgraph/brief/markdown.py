"""A brief as Markdown with footnotes, every character of a release escaped."""

import re

from relgraph.brief.document import Block, Brief, Grid, Heading, Items, Note, Paragraph, Picture, Run, Runs
from relgraph.brief.picture import by_year
from relgraph.brief.speech import Speech

# What begins markup anywhere in a line; what does so at its beginning only never stands there
_SPECIAL = re.compile(r"([\\`*_\[\]<>{}#|~^$&@!])")


def markdown(brief: Brief) -> str:
    """The brief with pipe tables and `[^1]` footnotes, as GitHub and Pandoc read them.

    Markdown has no pictures of its own: the timeline becomes a table of years.
    """
    speech = Speech(brief.language, {})
    parts = [f"# {escaped(brief.title)}", f"*{escaped(brief.subtitle)}*"]
    parts += [_block(block, speech) for block in brief.blocks]
    if brief.notes:
        parts.append(f"## {escaped(brief.sources)}")
        parts.append("\n".join(_note(note, speech) for note in brief.notes))
    return "\n\n".join(parts) + "\n"


def escaped(text: str) -> str:
    r"""Text in one line that Markdown reads as nothing but text.

    >>> print(escaped("[x](javascript:1) <b> *"))
    \[x\](javascript:1) \<b\> \*
    """
    return _SPECIAL.sub(r"\\\1", " ".join(text.split("\n")))


def _block(block: Block, speech: Speech) -> str:
    match block:
        case Heading():
            return f"## {escaped(block.text)}"
        case Paragraph():
            return _runs(block.runs)
        case Items():
            return "\n".join(f"- {_runs(item)}" for item in block.items)
        case Grid():
            rows = [tuple(_runs(cell) for cell in row) for row in block.rows]
            return f"*{escaped(block.caption)}*\n\n{_table(tuple(map(escaped, block.head)), rows)}"
        case Picture():
            head = (speech.say("year"), speech.say("timeline_partner"))
            years = by_year(block)
            return _table(
                head, [(year, escaped(", ".join(f"{lane} ({n})" for lane, n in held))) for year, held in years]
            )


def _table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _runs(runs: Runs) -> str:
    return "".join(_run(run) for run in _joined(runs))


def _joined(runs: Runs) -> list[Run]:
    """Runs with neighbours of one look made one, as emphasis may neither begin nor end with a space."""
    joined: list[Run] = []
    for run in runs:
        last = joined[-1] if joined else None
        if last and last.strong and run.strong and not last.notes:
            joined[-1] = Run(last.text + run.text, strong=True, notes=run.notes)
        else:
            joined.append(run)
    return joined


def _run(run: Run) -> str:
    notes = "".join(f"[^{number}]" for number in run.notes)
    if run.code:
        fence = "`" * (1 + max((len(ticks) for ticks in re.findall("`+", run.text)), default=0))
        pad = " " if run.text.startswith("`") or run.text.endswith("`") else ""
        return f"{fence}{pad}{run.text}{pad}{fence}{notes}"
    return f"**{escaped(run.text.strip())}**{notes}" if run.strong and run.text.strip() else escaped(run.text) + notes


def _note(note: Note, speech: Speech) -> str:
    said, origin = escaped(speech.quoted(note.sentence)), escaped(note.origin)
    if note.again is None:
        address = f" <{note.address}>." if note.address else ""
        return f"[^{note.number}]: {said} *{escaped(note.title.strip())}*, {origin}.{address} {escaped(note.basis)}."
    host = f", [{escaped(note.host)}](<{note.address}>)" if note.address else ""
    again = speech.say("again", n=note.again)
    return f"[^{note.number}]: {said} {origin}{host} ({again}). {escaped(note.basis)}."

"""What `relgraph verify` found, in words and as plain values."""

from collections.abc import Iterable, Iterator

from relgraph.explaining.words import wordings
from relgraph.publishing.proving import Fault
from relgraph.publishing.verifying import Verification
from relgraph.vocabulary import ID, ONTOLOGY

_AROUND = 24
"""Characters of a text that are shown before and behind the first that differs."""


def say(language: str, group: str, key: str, **values: object) -> str:
    """What is said of something in a language.

    >>> say("en", "faults", "bare")
    'no evidence'
    """
    return wordings("publishing")[group][key].say(language, **values)


def tell(verification: Verification, language: str) -> Iterator[str]:
    """Counts, each fault on a line, and what all that does not prove."""
    for file in verification.files:
        yield say(language, "verified", "file", **_counts(file))
    if verification.listed is not None:
        yield say(language, "verified", "listed", n=verification.listed)
    found = [(file.file, fault) for file in verification.files for fault in file.faults]
    found += [("", fault) for fault in verification.bundle]
    if found:
        yield ""
        yield from _table(found, language)
        yield ""
        yield say(language, "verified", "faults", n=len(found))
    else:
        yield say(language, "verified", "good")
    yield say(language, "verified", "limits")


def plain(verification: Verification) -> dict[str, object]:
    """The same as plain values, for programs."""
    return {
        "good": verification.good,
        "files": [_counts(file) | {"faults": [_plain(fault) for fault in file.faults]} for file in verification.files],
        "listed": verification.listed,
        "faults": [_plain(fault) for fault in verification.bundle],
    }


def _counts(file: object) -> dict[str, object]:
    return {name: getattr(file, name) for name in ("file", "relations", "sentences", "releases")}


def _plain(fault: Fault) -> dict[str, object]:
    return {"fault": fault.kind, "about": fault.about, "release": fault.release, **dict(fault.values)}


def _table(found: Iterable[tuple[str, Fault]], language: str) -> Iterator[str]:
    rows = [tuple(say(language, "verified", "headings").split("|"))]
    for file, fault in found:
        about = " ".join(filter(None, (file, _one_line(fault.about.removeprefix(ID)))))
        rows.append((about, fault.release or "", _words(fault, language)))
    wide = [max(len(row[column]) for row in rows) for column in (0, 1)]
    for row in rows:
        yield f"{row[0]:<{wide[0]}}  {row[1]:<{wide[1]}}  {row[2]}"


def _words(fault: Fault, language: str) -> str:
    values = dict(fault.values)
    if fault.kind == "count":
        values["what"] = say(language, "what", values["what"])
    if fault.kind == "sentence":
        values["found"], values["told"] = differing(values["found"], values["told"])
    elif fault.kind == "unfounded":
        values["property"], values["value"] = (
            values["property"].removeprefix(ONTOLOGY),
            values["value"].removeprefix(ID),
        )
    elif fault.kind == "context":
        values["told"] = _quoted(values["told"], 0)
    return say(language, "faults", fault.kind, **{name: _one_line(value) for name, value in values.items()})


def differing(one: str, other: str) -> tuple[str, str]:
    """Two texts where they first differ, with some characters around.

    >>> differing("Japan ist bei der Robotik ein starker Partner.", "Japan ist bei der Robotik kein starker Partner.")
    ('"…pan ist bei der Robotik ein starker Partner."', '"…pan ist bei der Robotik kein starker Partner."')
    """
    place = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    start = max(0, place - _AROUND)
    return _quoted(one, start), _quoted(other, start)


def _quoted(text: str, start: int) -> str:
    stop = start + 2 * _AROUND
    return f'"{"…" if start else ""}{text[start:stop]}{"…" if stop < len(text) else ""}"'


def _one_line(text: str) -> str:
    return " ".join(text.split())

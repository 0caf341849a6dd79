"""What a build did, in words: counts, what people have said, what was left out or is missing."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from relgraph.explaining.words import wordings
from relgraph.explore.words import labels
from relgraph.extraction.readers import Account
from relgraph.report import Report


def say(language: str, group: str, key: str, **values: object) -> str:
    """What is said of something in a language.

    >>> say("en", "lines", "none")
    'none'
    """
    return wordings("building")[group][key].say(language, **values)


def counted(language: str, thing: str, number: int) -> str:
    """How many of something there are.

    >>> counted("de", "releases", 1), counted("en", "releases", 2)
    ('1 Meldung', '2 releases')
    """
    return say(language, "one" if number == 1 else "many", thing, n=number)


def summary(report: Report, language: str) -> Iterator[str]:
    """The report in a few lines."""
    line = partial(say, language, "lines")
    things = {"releases": report.releases, "entities": report.entities, "relations": report.relations}
    things["sentences"] = report.evidence
    yield ", ".join(counted(language, thing, number) for thing, number in things.items())
    yield line("entities", counts=_labelled(report.entities_by_type, "entity_types", language))
    yield line("relations", counts=_labelled(report.relations_by_type, "relation_types", language))
    bases = _labelled(report.relations_by_basis, "bases", language)
    yield line("basis", counts=bases, curated=report.curated, releases=counted(language, "releases", report.releases))
    yield from (line("edited", release=one) for one in report.edited)
    if report.decided or report.unfit:
        yield line("decided", played=report.decided, unfit=len(report.unfit))
    yield from (one.tell(language) for one in report.unfit)
    yield from (line("skipped", path=one.path, why=one.why) for one in report.skipped)
    lacking = Counter(name for names in report.missing.values() for name in names)
    if lacking:
        yield line(
            "missing", counts=_named(dict(sorted(lacking.items(), key=lambda item: (-item[1], item[0]))), language)
        )
    if report.warnings:
        yield line("warnings", warnings=counted(language, "warnings", len(report.warnings)), first=report.warnings[0])
    yield from second_reader(report.second_reader, language)


def second_reader(account: Account | None, language: str) -> Iterator[str]:
    """What a second reader was asked and what became of its answers; nothing where none was."""
    if account is None:
        return
    line = partial(say, language, "second_reader")
    yield line(
        "asked", model=account.model, releases=counted(language, "releases", account.asked), said=account.said,
        kept=account.kept, confirmed=account.confirmed, dropped=sum(account.dropped.values()),
    )  # fmt: skip
    if account.dropped:
        reasons = {say(language, "reasons", reason): count for reason, count in account.dropped.items()}
        yield line("dropped", counts=_listed(reasons, language))
    if account.left_out:
        yield line("left_out", counts=_named(account.left_out, language))
    if account.unread:
        first, several = account.unread[0], counted(language, "releases", len(account.unread))
        yield line("unread", releases=several, first=first.release, why=first.why)


def fields(names: Iterable[str], language: str) -> str:
    """What properties of releases and relations are called.

    >>> fields(["date", "region"], "de")
    'Datum, Region'
    """
    return ", ".join(say(language, "fields", name) for name in names)


def _labelled(counts: Mapping[str, int], group: str, language: str) -> str:
    return _listed({labels()[group][name][language]: count for name, count in counts.items()}, language)


def _named(counts: Mapping[str, int], language: str) -> str:
    return _listed({say(language, "fields", name): count for name, count in counts.items()}, language)


def _listed(counts: Mapping[str, int], language: str) -> str:
    return ", ".join(f"{name} {count}" for name, count in counts.items()) or say(language, "lines", "none")

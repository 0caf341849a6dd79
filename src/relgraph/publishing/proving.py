"""Whether what a file claims holds: each sentence stands where it says, in the release that has that text.

Owns the checks and the faults they find. Nothing but the file and the releases is asked, so it says nothing of whether
a sentence was read rightly.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from relgraph.graph.statements import CONTEXT
from relgraph.publishing.claims import Claim, Claims, Values
from relgraph.vocabulary import ID


@dataclass(frozen=True, order=True)
class Fault:
    """One thing that is off: `about` is the relation, release or file, `values` fill the words of `kind`."""

    kind: str
    about: str
    release: str | None = None
    values: tuple[tuple[str, str], ...] = ()


def _fault(kind: str, about: str, release: str | None = None, **values: object) -> Fault:
    return Fault(kind, about, release, tuple((name, str(value)) for name, value in values.items()))


def faults(claimed: Claims, texts: Mapping[str, str]) -> list[Fault]:
    """Everything that does not hold, by relation; `texts` are those of the releases at hand, by identifier."""
    found = [_fault("bare", relation) for relation in claimed.bare]
    found += [_fault("unfounded", one.subject, property=one.property, value=one.value) for one in claimed.unfounded]
    for claim in claimed.claims:
        found += _of_claim(claim, texts)
    found += _of_releases(claimed, texts)
    return sorted(set(found))


def _of_claim(claim: Claim, texts: Mapping[str, str]) -> Iterator[Fault]:
    single = {
        "release": claim.releases,
        "sentence": claim.sentences,
        "start": claim.starts,
        "end": claim.ends,
    }
    lacking = [name for name, values in single.items() if len(values) != 1]
    if lacking:
        release = claim.releases[0] if len(claim.releases) == 1 else None
        yield from (_fault("count", claim.relation, release, what=name, n=len(single[name])) for name in lacking)
        return
    (release,), (sentence,) = claim.releases, claim.sentences
    start, end = _number(claim.starts), _number(claim.ends)
    if start is None or end is None:
        yield _fault("place", claim.relation, release, start=claim.starts[0], end=claim.ends[0])
        return
    if not claim.relation.startswith(f"{ID}relation/{release}/"):
        yield _fault("elsewhere", claim.relation, release)
    text = texts.get(release)
    if text is None:
        yield _fault("unknown", claim.relation, release)
        return
    if text[start:end] != sentence or end - start != len(sentence):
        yield _fault("sentence", claim.relation, release, start=start, end=end, found=text[start:end], told=sentence)
        return
    around = ((claim.before, text[max(0, start - CONTEXT) : start]), (claim.after, text[end : end + CONTEXT]))
    for told, real in around:
        yield from (_fault("context", claim.relation, release, told=words) for words in told if words != real)


def _number(values: Values) -> int | None:
    """A place as it is written: digits, and nothing that only means the same."""
    (value,) = values
    return int(value) if value.isascii() and value.isdigit() and str(int(value)) == value else None


def _of_releases(claimed: Claims, texts: Mapping[str, str]) -> Iterator[Fault]:
    for release in sorted(claimed.releases):
        digests = claimed.digests.get(release, ())
        if len(digests) != 1:
            yield _fault("digests", release, release, n=len(digests))
        text = texts.get(release)
        if text is None:
            yield _fault("unknown", release, release)
            continue
        real = sha256(text.encode()).hexdigest()
        for digest in digests:
            if digest != real:
                yield _fault("digest", release, release, told=digest, real=real)
        for told in claimed.texts.get(release, ()):
            if told != text:
                yield _fault("text", release, release)

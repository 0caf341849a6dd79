"""Every IRI is minted here, from stable keys: ISO 3166 and GeoNames codes where they exist, slugs otherwise.

A changed IRI is a breaking change; `tests/test_iris.py` keeps a golden list.
"""

import re
from hashlib import sha256
from urllib.parse import urlsplit

from slugify import slugify

from relgraph.vocabulary import ID, ONTOLOGY, ORGANISATIONS, TOPIC, EntityType

_UMLAUTS = [("Ä", "Ae"), ("Ö", "Oe"), ("Ü", "Ue"), ("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")]
_OTHER = "\u0370-\u03ff\u0400-\u058f\u13a0-\u13fd\u1c80-\u1c8f\uab70-\uabbf"
"""Letters of Greek, Cyrillic, Armenian and Cherokee, many of which look like Latin ones."""
_MIXED = re.compile(rf"[A-Za-z\u00c0-\u024f]\w*[{_OTHER}]|[{_OTHER}]\w*[A-Za-z\u00c0-\u024f]")
_CODE = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3})?")
_KINDS = {
    EntityType.COUNTRY: "country",
    EntityType.REGION: "region",
    EntityType.CITY: "city",
    EntityType.WORLD_REGION: "world-region",
    EntityType.PERSON: "person",
    EntityType.DOCUMENT: "document",
    EntityType.EVENT: "event",
} | dict.fromkeys(ORGANISATIONS, "organisation")


def slug(name: str) -> str:
    """Lower-case ASCII words joined by hyphens, umlauts spelt out; a digest where no letter is left.

    A word of letters of several scripts has a digest behind it: what only looks like a name is another's.

    >>> slug("Universität Tübingen"), slug("Universität Tübing\u0435n")  # the latter with a Cyrillic letter
    ('universitaet-tuebingen', 'universitaet-tuebingen-62ca9bef1edf')
    """
    told = slugify(name, replacements=_UMLAUTS, max_length=120) or digest(name)
    return f"{told}-{digest(name)}" if _MIXED.search(name) else told


def digest(*key: str) -> str:
    """Twelve hexadecimal digits that stand for a key.

    >>> digest("a", "b") == digest("a", "b") != digest("ab")
    True
    """
    return sha256("\x1f".join(key).encode()).hexdigest()[:12]


def entity(kind: EntityType, key: str) -> str:
    """IRI of an entity: `key` is an ISO 3166 or GeoNames code, or the name it is known by.

    >>> entity(EntityType.REGION, "JP-14")
    'https://w3id.org/relgraph/id/region/JP-14'
    >>> entity(EntityType.COMPANY, "L-Bank")
    'https://w3id.org/relgraph/id/organisation/l-bank'
    """
    coded = kind in (EntityType.COUNTRY, EntityType.REGION) and _CODE.fullmatch(key)
    return f"{ID}{_KINDS[kind]}/{key if coded else slug(key)}"


def local_entity(kind: EntityType, release_id: str, name: str) -> str:
    """IRI of an entity whose name says who it is only within its release, such as a "Memorandum of Understanding".

    >>> local_entity(EntityType.DOCUMENT, "bw-1", "Absichtserklärung")
    'https://w3id.org/relgraph/id/document/bw-1/absichtserklaerung'
    """
    return f"{ID}{_KINDS[kind]}/{release_id}/{slug(name)}"


def is_of(kind: EntityType, iri: str) -> bool:
    """Whether an IRI is of an entity of this type.

    >>> is_of(EntityType.DOCUMENT, "https://w3id.org/relgraph/id/document/nordstrategie")
    True
    """
    return iri.startswith(f"{ID}{_KINDS[kind]}/")


def release(release_id: str) -> str:
    """IRI of a release, which also names the graph of its relations."""
    return f"{ID}release/{release_id}"


def relation(release_id: str, kind: str, subject: str, obj: str | None) -> str:
    """IRI of a relation: one for each type, subject and object in a release."""
    return relations(release_id) + digest(kind, subject, obj or "")


def relations(release_id: str) -> str:
    """What the IRIs of all relations of a release begin with."""
    return f"{ID}relation/{release_id}/"


def evidence(release_id: str, start: int, end: int) -> str:
    """IRI of a sentence as evidence, by its place in the release."""
    return f"{ID}evidence/{release_id}/{start}-{end}"


def tie(kind: str, subject: str, obj: str, status: str, role: str | None = None) -> str:
    """IRI of the tie that sums up all relations of one type and status between two ends, and in one office if any."""
    return f"{ID}tie/{digest(kind, subject, obj, status, *filter(None, [role]))}"


def tally(kind: str, party: str, counterpart: str | None, topic: str | None) -> str:
    """IRI of the tally of one kind between a party and a counterpart, on a topic, or both."""
    return f"{ID}tally/{digest(kind, party, counterpart or '', topic or '')}"


def month(month: str, kind: str, status: str) -> str:
    """IRI of the sum of all relations of one type and status from releases of a month.

    >>> month("2019-05", "visit", "planned")
    'https://w3id.org/relgraph/id/month/2019-05/visit/planned'
    """
    return f"{ID}month/{month}/{kind}/{status}"


def topic(name: str) -> str:
    """IRI of a topic.

    >>> topic("robotics")
    'https://w3id.org/relgraph/topic/robotics'
    """
    return TOPIC + name


def term(local_name: str) -> str:
    """IRI of a term of the ontology.

    >>> term("Partnership")
    'https://w3id.org/relgraph/ontology#Partnership'
    """
    return ONTOLOGY + local_name


def server_of(address: str | None) -> str:
    """Name of the server in an address, in lower case; empty where it names none.

    >>> server_of("https://WWW.example.org:443/a"), server_of("https://[broken/a")
    ('www.example.org', '')
    """
    try:
        return urlsplit(address or "").hostname or ""
    except ValueError:
        return ""

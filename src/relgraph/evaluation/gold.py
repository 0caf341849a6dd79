"""Annotations of releases, as `data/gold` holds them (`data/FORMAT.md`)."""

from hashlib import sha256
from pathlib import Path

from relgraph.errors import DataError
from relgraph.model import Date, Release, Value
from relgraph.resources import read_yaml
from relgraph.vocabulary import EntityType, RelationType, Status


class GoldEntity(Value):
    """An entity as annotated: its canonical name, and every surface form of it."""

    name: str
    type: EntityType
    mentions: tuple[str, ...] = ()
    partOf: str | None = None  # noqa: N815 (the key of the file)


class GoldRelation(Value):
    """A relation as annotated; its ends are names of entities."""

    type: RelationType
    subject: str
    object: str | None = None
    topics: tuple[str, ...] = ()
    document: str | None = None
    event: str | None = None
    role: str | None = None
    amount: str | None = None
    date: Date | None = None
    from_: Date | None = None
    until: Date | None = None
    status: Status | None = None
    evidence: str


class Gold(Value):
    """What one release says; `sha256` is the digest of the text that was annotated."""

    id: str
    sha256: str
    entities: tuple[GoldEntity, ...] = ()
    relations: tuple[GoldRelation, ...] = ()

    def fits(self, release: Release) -> bool:
        """Whether the annotation was made on this very text."""
        return sha256(release.text.encode()).hexdigest() == self.sha256


def read_gold(folder: Path) -> dict[str, Gold]:
    """Every annotation of a folder by the id of its release.

    Raises:
        DataError: a file breaks the format, or a release is annotated twice.
    """
    found: dict[str, Gold] = {}
    for path in sorted(folder.rglob("*.yml")):
        gold = _gold(path)
        if gold.id in found:
            raise DataError(path, f"{gold.id} is annotated twice")
        found[gold.id] = gold
    return found


def _gold(path: Path) -> Gold:
    content = read_yaml(path)
    if not isinstance(content, dict) or not isinstance(content.get("relations"), list):
        raise DataError(path, "not an annotation: expected id, sha256, entities, relations")
    relations = [_renamed(relation) for relation in content["relations"]]
    try:
        return Gold.model_validate(content | {"relations": relations})
    except ValueError as error:
        raise DataError(path, " ".join(str(error).split())) from error


def _renamed(relation: object) -> object:
    """`from` is a word of Python's own, so the field bears an underscore."""
    if not isinstance(relation, dict):
        return relation
    return {"from_" if key == "from" else key: value for key, value in relation.items()}

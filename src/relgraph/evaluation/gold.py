"""Annotations of releases: as `data/gold` holds them (`data/FORMAT.md`), or in one file with the text annotated."""

from hashlib import sha256
from pathlib import Path

from relgraph.errors import DataError, ReleaseError
from relgraph.model import Date, Release, Value
from relgraph.releases.reader import read_text
from relgraph.resources import read_yaml
from relgraph.vocabulary import EntityType, RelationType, Status

_TIMES = ("date", "from", "until")
_METADATA = ("url", "publisher", "region", "date", "language", "title")


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
    """What one release says.

    `sha256` is the digest of the text that was annotated; `release` is there where the annotation brings its text.
    """

    id: str
    sha256: str | None = None
    release: Release | None = None
    entities: tuple[GoldEntity, ...] = ()
    relations: tuple[GoldRelation, ...] = ()

    def fits(self, release: Release) -> bool:
        """Whether the annotation was made on this very text, by its digest or by the text that it brings."""
        if self.sha256 is None:
            return self.release is not None and self.release.text == release.text
        return sha256(release.text.encode()).hexdigest() == self.sha256

    @property
    def domestic(self) -> bool:
        """Whether the release tells nothing of foreign relations: offices at most."""
        return all(relation.type == RelationType.AFFILIATION for relation in self.relations)


def read_gold(folder: Path) -> dict[str, Gold]:
    """Every annotation of a folder by the id of its release.

    Raises:
        DataError: a file breaks the format, a release is annotated twice, or the folder holds no annotation.
    """
    found: dict[str, Gold] = {}
    for path in sorted(path for path in folder.rglob("*.y*ml") if path.suffix in (".yml", ".yaml")):
        gold = _gold(path)
        if gold.id in found:
            raise DataError(path, f"{gold.id} is annotated twice")
        found[gold.id] = gold
    if not found:
        raise DataError(folder, "a folder without annotations (.yml, .yaml)")
    return found


def _gold(path: Path) -> Gold:
    content = read_yaml(path)
    if not isinstance(content, dict) or not isinstance(content.get("relations") or [], list):
        raise DataError(path, "not an annotation: expected id, sha256 or text, entities, relations")
    rest = {key: value for key, value in content.items() if key not in (*_METADATA, "text")}
    rest["entities"] = content.get("entities") or []
    rest["relations"] = [_renamed(relation) for relation in content.get("relations") or []]
    if "text" in content:
        rest["release"] = _release(path, content)
    elif "sha256" not in content:
        raise DataError(path, "neither sha256 nor text: an annotation says which text it was made on")
    try:
        return Gold.model_validate(rest)
    except ValueError as error:
        raise DataError(path, " ".join(str(error).split())) from error


def _release(path: Path, content: dict[str, object]) -> Release:
    metadata = {key: str(value) for key in ("id", *_METADATA) if (value := content.get(key)) is not None}
    try:
        return read_text(str(content["text"]), path, metadata)
    except (ReleaseError, ValueError) as error:
        raise DataError(path, " ".join(str(error).removeprefix(f"{path}: ").split())) from error


def _renamed(relation: object) -> object:
    """`from` is a word of Python's own, so the field bears an underscore; a bare year is a number to YAML."""
    if not isinstance(relation, dict):
        return relation
    told = {key: str(value) if key in _TIMES and isinstance(value, int) else value for key, value in relation.items()}
    return {"from_" if key == "from" else key: value for key, value in told.items()}

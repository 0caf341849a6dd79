"""A file that is published, as descriptions need it: what it is, how large, with which digest."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    """What files of one name are: media type, term of the EU's file types, the data set they are a distribution of."""

    name: str
    media: str
    type: str | None
    part: str | None
    de: str
    en: str


@dataclass(frozen=True)
class File:
    """One file; `name` is its path below the folder that is published."""

    name: str
    kind: Kind
    size: int
    sha256: str

    @property
    def key(self) -> str:
        """The name as a part of an address.

        >>> File("a/b.ttl", Kind("*", "text/turtle", None, None, "", ""), 0, "").key
        'a.b.ttl'
        """
        return self.name.replace("/", ".")

"""How a page of the site is made: where it lies, where its links lead, in which language it speaks."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment

from relgraph.brief.fact import Thing
from relgraph.brief.speech import Speech as Counting
from relgraph.explore.templating import environment
from relgraph.publishing.site.paths import Paths
from relgraph.resources import read_words
from relgraph.vocabulary import ID
from relgraph.web.naming import host, named
from relgraph.web.speech import Speech

_WORDS = Path(__file__).parent / "words.yaml"


@dataclass(frozen=True)
class Tree:
    """The pages in one language: below which folder they lie, and where those in the other language do, if any."""

    language: str
    folder: str
    other: str | None
    base_url: str | None
    paths: Paths
    things: Mapping[str, Thing]

    def page(self, template: str, path: str, **values: object) -> tuple[str, bytes]:
        """A page, by its path without suffix, from the root of the site."""
        speech = Speech(self.language)
        here = Here(self, f"{self.folder}{path}.html")
        text = _templates().get_template(template).render(
            here=here, path=path, speech=speech, language=self.language, count=speech.count, label=speech.label,
            say=speech.say, words=self._words, to=here.to, name=self.name, kind=self.kind, host=host,
            types=Counting(self.language, {}).types, known=self.things, **values,
        )  # fmt: skip
        return here.file, text.encode()

    def _words(self, key: str, **values: object) -> str:
        return read_words(_WORDS)[key][self.language].format(**values)

    def name(self, iri: str) -> str:
        """Name of a thing in the language of the tree."""
        return named(self.things[iri], self.language) if iri in self.things else iri.rpartition("/")[2]

    def kind(self, iri: str) -> str:
        """Class of a thing; empty where it is none of ours."""
        return self.things[iri].kind if iri in self.things else ""


@dataclass(frozen=True)
class Here:
    """A page by its file, and where links from it lead."""

    tree: Tree
    file: str

    def root(self, path: str) -> str:
        """Address of a file of the site."""
        return "../" * self.file.count("/") + path

    def near(self, path: str) -> str:
        """Address of a page of the same language, by its path without suffix."""
        return self.root(f"{self.tree.folder}{path}.html")

    def to(self, iri: str) -> str:
        """Address of a thing: its page, a relation's place on the page of its release, or the IRI itself."""
        paths = self.tree.paths
        if iri in paths:
            return self.near(paths.of(iri))
        kind, _, rest = iri.removeprefix(f"{ID}").partition("/")
        release, _, last = rest.rpartition("/")
        place = {"relation": f"r-{last}", "evidence": f"s-{last}"}.get(kind)
        if place and iri.startswith(ID) and f"{ID}release/{release}" in paths:
            return f"{self.near(paths.of(f'{ID}release/{release}'))}#{place}"
        return iri

    @property
    def canonical(self) -> str | None:
        """Whole address of the page, where the site knows its own."""
        return f"{self.tree.base_url}{self.file}" if self.tree.base_url else None

    @property
    def elsewhere(self) -> str | None:
        """Address of the same page in the other language."""
        if self.tree.other is None:
            return None
        return self.root(f"{self.tree.other}{self.file.removeprefix(self.tree.folder)}")


@lru_cache
def _templates() -> Environment:
    return environment("relgraph.publishing.site", "relgraph.web")

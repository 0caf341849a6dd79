"""The topics of the graph's scheme, as a question may name them in German and English."""

from functools import cached_property, lru_cache

from relgraph.names.authorities import read_words
from relgraph.store.protocol import Store
from relgraph.understanding.tokens import key, stem, stems
from relgraph.vocabulary import TOPIC

_LABELS = """SELECT ?topic ?label ?kind
    { VALUES ?kind { skos:prefLabel skos:altLabel skos:hiddenLabel }
      ?topic skos:inScheme rg:TopicScheme ; ?kind ?label }"""
# The scheme's two halves are no topics that anybody asks for: "which technologies" asks for all of them
_HALVES = frozenset({"technology", "policy"})
_SHORTEST_MEMBER, _SHORTEST_STEM, _SHORTEST_REST = 6, 5, 3


@lru_cache(maxsize=1)
def _offices() -> tuple[str, ...]:
    ends = map(key, read_words("topic-bodies.yml")["last_members"])
    return tuple(end + ending for end in ends for ending in ("", "s", "es", "n", "en", "in", "innen"))


class Matters:
    """Topics by the stems of their labels."""

    def __init__(self, store: Store) -> None:
        self.stems: dict[str, str] = {}
        self.names: dict[tuple[str, str], str] = {}
        self.abbreviations: dict[str, str] = {}
        ranks = {"prefLabel": 0, "altLabel": 1, "hiddenLabel": 2}
        rows = [
            (
                ranks[str(kind).rsplit("#")[-1]],
                str(topic).removeprefix(TOPIC),
                str(label),
                getattr(label, "language", None),
            )
            for topic, label, kind in store.select(_LABELS).rows
        ]
        for rank, topic, label, language in sorted(rows, key=lambda row: (row[0], row[1], row[2], row[3] or "")):
            if topic in _HALVES:
                continue
            if rank == 0:
                self.names[topic, language or "de"] = label
                self.stems.setdefault(stems(key(topic).split()), topic)
            if rank == 2 and len(label) < 4:
                self.abbreviations.setdefault(label.casefold(), topic)
            else:
                self.stems.setdefault(stems(key(label).split()), topic)

    def name(self, topic: str, language: str) -> str:
        """Name of a topic in a language, or its id."""
        return self.names.get((topic, language), topic)

    def compound(self, word: str) -> str | None:
        """The topic that a long word begins or ends with: "Wasserstoffstrategie"; "Wirtschaftsminister" is none."""
        if word.endswith(_offices()):
            return None
        for size in range(len(word) - _SHORTEST_REST, _SHORTEST_MEMBER - 1, -1):
            for member in (word[:size], word[-size:]):
                topic = self._members.get(member) or self._members.get(stem(member))
                if topic is not None:
                    return topic
        return None

    @cached_property
    def _members(self) -> dict[str, str]:
        return {
            label: topic for label, topic in self.stems.items() if " " not in label and len(label) >= _SHORTEST_STEM
        }

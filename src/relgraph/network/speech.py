"""How answers about the network speak: words and names of nodes in German or English."""

from functools import lru_cache
from pathlib import Path

import networkx as nx

from relgraph.errors import DataError
from relgraph.resources import read_yaml
from relgraph.vocabulary import RelationType

_PATH = Path(__file__).parent / "words.yaml"


@lru_cache
def _words() -> dict[str, dict[str, str]]:
    table = read_yaml(_PATH)
    if not isinstance(table, dict):
        raise DataError(_PATH, "not a mapping of keys to words")
    for key, words in table.items():
        if not isinstance(words, dict) or set(words) != {"de", "en"}:
            raise DataError(_PATH, f"{key}: words are needed in de and en")
    return table


class Speech:
    """The words for a network in one language, `de` or `en`."""

    def __init__(self, graph: "nx.MultiDiGraph[str]", language: str) -> None:
        self.graph = graph
        self.language = language

    def say(self, key: str, **values: object) -> str:
        """What is said under a key, with values put in their places."""
        return _words()[key][self.language].format(**values)

    def headings(self, *keys: str, **values: object) -> dict[str, str]:
        """What is said under several keys."""
        return {key: self.say(key, **values) for key in keys}

    def name(self, node: str) -> str:
        """Name of a node."""
        data = self.graph.nodes[node]
        return str((data["label_en"] if self.language == "en" else None) or data["label"])

    def type(self, node: str) -> str:
        """What a node is."""
        return self.term(str(self.graph.nodes[node]["type"]))

    def relation(self, kind: str) -> str:
        """What a type of relation is called."""
        return self.term(RelationType(kind).class_name)

    def term(self, local: str) -> str:
        """What a term of the ontology is called, where the store holds the ontology; else its own name."""
        own: dict[str, str] = self.graph.graph.get("words", {}).get(local, {})
        return own.get(self.language) or own.get("de") or local

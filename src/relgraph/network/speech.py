"""How answers about the network speak: words and names of nodes in German or English."""

from pathlib import Path

import networkx as nx

from relgraph.resources import read_words
from relgraph.vocabulary import RelationType

WORDS = Path(__file__).parent / "words.yaml"
"""What is said, in both languages."""


class Speech:
    """The words for a network in one language, `de` or `en`."""

    def __init__(self, graph: "nx.MultiDiGraph[str]", language: str) -> None:
        self.graph = graph
        self.language = language

    def say(self, key: str, **values: object) -> str:
        """What is said under a key, with values put in their places."""
        return read_words(WORDS)[key][self.language].format(**values)

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

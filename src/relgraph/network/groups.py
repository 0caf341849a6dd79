"""Communities with what they are called by: their chief members."""

from dataclasses import dataclass

import networkx as nx

from relgraph.network.measures import parts_of, undirected

CHIEFS = 5
"""Members that a community is told by."""


@dataclass(frozen=True, slots=True)
class Group:
    """A community: its members, those with most evidence within first, and its sentences inside and to the outside."""

    number: int
    members: tuple[str, ...]
    inside: int
    outside: int

    @property
    def chiefs(self) -> tuple[str, ...]:
        """The members that the most sentences tie to others of the community."""
        return self.members[:CHIEFS]


def groups(graph: "nx.MultiDiGraph[str]") -> list[Group]:
    """All communities, the largest first."""
    simple, names = undirected(graph)
    numbers = parts_of(simple, names)
    own = [0] * len(names)
    inside: dict[int, int] = {}
    outside: dict[int, int] = {}
    for edge in simple.es:
        (one, other), weight = edge.tuple, int(edge["weight"])
        if numbers[one] == numbers[other]:
            own[one] += weight
            own[other] += weight
            inside[numbers[one]] = inside.get(numbers[one], 0) + weight
        else:
            for vertex in (one, other):
                outside[numbers[vertex]] = outside.get(numbers[vertex], 0) + weight
    members: dict[int, list[int]] = {}
    for vertex, number in enumerate(numbers):
        members.setdefault(number, []).append(vertex)
    return [
        Group(
            number=number,
            members=tuple(names[vertex] for vertex in sorted(held, key=lambda one: (-own[one], names[one]))),
            inside=inside.get(number, 0),
            outside=outside.get(number, 0),
        )
        for number, held in sorted(members.items())
    ]

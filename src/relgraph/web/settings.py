"""How the application runs: which store, how long a question may take, how many processes answer."""

import json
import os
from dataclasses import asdict, dataclass

VARIABLE = "RELGRAPH_SERVE"
"""Environment variable that hands the settings on to the processes that serve."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What `relgraph serve` was told."""

    store: str
    limit: float = 10.0
    """Seconds that a question may take before it is stopped."""
    askers: int = 2
    """Processes for each serving process that answer questions, so that one can be ended."""
    memory: int = 1024
    """Megabytes that each of them may take for questions."""
    rows: int = 100_000
    """Rows or triples that an answer of the SPARQL endpoint has at most."""
    base_url: str | None = None
    """Address under which the server is reached, without a slash at its end; nothing: as each client calls it."""
    updates: bool = False
    """Whether the graph may be changed."""
    token: str | None = None
    """Digest of the token that changes need; nothing: they need none."""
    ahead: int = 20_000
    """Pages of entities that are made before anybody asks for them; with none, what maps need is read by the first."""
    shelf: str | None = None
    """Folder in which serving processes leave each other the pages that they have made."""

    def hand_on(self) -> None:
        """Leave the settings to the processes that this one starts."""
        os.environ[VARIABLE] = json.dumps(asdict(self))


def handed_on() -> Settings:
    """Settings that the process which started this one has left."""
    return Settings(**json.loads(os.environ[VARIABLE]))

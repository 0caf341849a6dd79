"""A store of quads that no release has brought: as a build would leave one, without shares."""

from hashlib import sha256

from relgraph.store.drafting import drafted
from relgraph.store.generations import writing


def write_store(folder, nquads):
    """Make a folder hold these quads and nothing else, all or nothing; the same quads give the same generation."""
    lines = sorted({line for line in nquads if line.strip()})
    with writing(folder), drafted(folder, sha256("\n".join(lines).encode()).hexdigest()[:32]) as draft:
        draft.load(lines)
        draft.keep()

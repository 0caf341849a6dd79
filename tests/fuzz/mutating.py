"""Inputs made of others without a look at what they reach: for a run of seconds, and where there is no atheris."""

import random
from collections.abc import Iterator, Sequence

LONGEST = 4_000


def mutated(seeds: Sequence[bytes], pieces: Sequence[bytes], seed: int) -> Iterator[bytes]:
    """Inputs without end, the same for the same seed; the first are the seeds themselves."""
    yield from seeds
    chance = random.Random(seed)
    known = list(seeds)
    while True:
        data = bytearray(chance.choice(known))
        for _ in range(chance.randint(1, 6)):
            _change(data, known, pieces, chance)
        yield bytes(data[:LONGEST])


def _change(data: bytearray, known: Sequence[bytes], pieces: Sequence[bytes], chance: random.Random) -> None:
    start = chance.randint(0, len(data))
    end = min(len(data), start + chance.choice((0, 1, 2, 8, 40)))
    match chance.randint(0, 5):
        case 0:
            del data[start:end]
        case 1:
            data[start:end] = bytes([chance.randint(0, 255)])
        case 2:
            data[start:end] = chance.choice(pieces) * chance.choice((1, 1, 1, 2, 30))
        case 3:
            data[start:start] = data[start:end] * chance.choice((1, 2, 30))
        case 4:
            other = chance.choice(known)
            place = chance.randint(0, len(other))
            data[start:] = other[place:]
        case 5:
            data[start:start] = chance.choice(pieces)

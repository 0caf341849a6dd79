"""What all pictures are laid out with: places in whole pixels, and an even start that needs no chance."""

import math

Place = tuple[int, int]


def spiral(index: int) -> tuple[float, float]:
    """Point of a sunflower, about one apart from the next; the first stands one from the middle.

    >>> [round(axis, 3) for axis in spiral(0)]
    [1.0, 0.0]
    """
    angle, radius = index * 2.399963, math.sqrt(index + 1)
    return radius * math.cos(angle), radius * math.sin(angle)

"""Equal Earth, a projection that keeps areas (Šavrič, Patterson and Jenny 2018): the formula alone."""

from math import asin, cos, radians, sin, sqrt

_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_M = sqrt(3) / 2

Point = tuple[float, float]


def project(longitude: float, latitude: float) -> Point:
    """Place on the map of a place on Earth; x grows to the east, y to the south, as in SVG.

    >>> project(0, 0), [round(value, 3) for value in project(180, 0)], [round(value, 3) for value in project(0, 90)]
    ((0.0, -0.0), [2.707, -0.0], [0.0, -1.317])
    """
    theta = asin(_M * sin(radians(latitude)))
    square = theta * theta
    sixth = square**3
    down = _A1 + 3 * _A2 * square + sixth * (7 * _A3 + 9 * _A4 * square)
    x = radians(longitude) * cos(theta) / (_M * down)
    y = theta * (_A1 + _A2 * square + sixth * (_A3 + _A4 * square))
    return x, -y

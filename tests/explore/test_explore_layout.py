import math

from relgraph.explore.layout import spiral


def test_points_of_the_spiral_keep_apart_and_stay_close_together():
    points = [spiral(index) for index in range(300)]
    nearest = min(math.dist(one, other) for index, one in enumerate(points) for other in points[:index])
    assert nearest > 1
    assert max(math.hypot(*point) for point in points) < 18

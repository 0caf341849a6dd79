"""How often one host is asked: at most once a second, or as seldom as it wishes."""

import time
from collections.abc import Callable

SECOND = 1.0
"""Seconds between the beginnings of two requests to one host."""


class Pace:
    """The moments at which hosts were last asked; `clock` and `sleep` are the machine's unless others are given."""

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        self._clock = clock
        self._sleep = sleep
        self._last: dict[str, float] = {}

    def wait(self, host: str, seconds: float = SECOND) -> None:
        """Return once `seconds` have passed since the host was last asked."""
        last = self._last.get(host)
        if last is not None:
            left = last + max(seconds, SECOND) - self._clock()
            if left > 0:
                self._sleep(left)
        self._last[host] = self._clock()

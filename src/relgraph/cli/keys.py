"""Single keys of a terminal, without waiting for the end of a line.

Owns the terminal's mode, set once for a sitting: `click.getchar` sets it for each key and loses what is typed ahead.
"""

import os
import sys
import termios
import tty
from collections.abc import Iterator
from contextlib import contextmanager

_ESCAPE = 0x1B
_LEAVE = (b"\x03", b"\x04")


class Keys:
    """Keys of standard input, a terminal; to be used as a context, which gives the terminal back as it was."""

    def __init__(self) -> None:
        self._fd = sys.stdin.fileno()
        self._before = termios.tcgetattr(self._fd)
        self._ahead = b""

    def __enter__(self) -> "Keys":
        self._single()
        return self

    def __exit__(self, *_: object) -> None:
        termios.tcsetattr(self._fd, termios.TCSADRAIN, self._before)

    def next(self) -> str:
        """The next key; empty for one that is no letter or digit, as an arrow.

        Raises:
            EOFError: the terminal is gone, or Ctrl-C or Ctrl-D was pressed.
        """
        if not self._ahead:
            self._ahead = self._read()
        if self._ahead[0] == _ESCAPE:  # "up" ends in an A, which must not accept anything
            self._ahead = b""
            return ""
        key, self._ahead = self._ahead[:1], self._ahead[1:]
        if key in _LEAVE:
            raise EOFError
        return key.decode("ascii", "ignore") if key.isalnum() else ""

    @contextmanager
    def lines(self) -> Iterator[None]:
        """The terminal as it was before, to read a line from."""
        termios.tcsetattr(self._fd, termios.TCSADRAIN, self._before)
        try:
            yield
        finally:
            self._single()

    def _single(self) -> None:
        """Keys as they come; Ctrl-C is one of them, so that it interrupts nothing between two questions."""
        tty.setcbreak(self._fd, termios.TCSANOW)
        mode = termios.tcgetattr(self._fd)
        mode[tty.LFLAG] &= ~termios.ISIG
        termios.tcsetattr(self._fd, termios.TCSANOW, mode)

    def _read(self) -> bytes:
        try:
            read = os.read(self._fd, 64)
        except OSError as error:  # the other end has hung up
            raise EOFError from error
        if not read:
            raise EOFError
        return read

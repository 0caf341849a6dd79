"""The heap of this process, of which the C library keeps what has been freed unless it is told not to."""

import ctypes


def trim() -> None:
    """Give memory that is free back to the system, where the C library can (`malloc_trim` of glibc).

    Worth the walk over the heap where a long part of the work ends and other processes begin, not more often.
    """
    give_back = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if give_back is not None:
        give_back(0)

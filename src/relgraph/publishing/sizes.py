"""Sizes of files as people read them."""


def size(octets: int) -> str:
    """A size in bytes, kB or MB.

    >>> size(999), size(1_234), size(5_678_901)
    ('999 B', '1.2 kB', '5.7 MB')
    """
    if octets < 1_000:
        return f"{octets} B"
    return f"{octets / 1_000:.1f} kB" if octets < 1_000_000 else f"{octets / 1_000_000:.1f} MB"

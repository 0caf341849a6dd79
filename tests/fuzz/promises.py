"""What every error promises."""


def one_line(error: Exception, *named: str) -> None:
    """Hold that an error is one line, which names one of these."""
    assert "\n" not in str(error), "an error has several lines"
    assert not named or any(name in str(error) for name in named), "an error does not name what it is about"

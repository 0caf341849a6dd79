"""Days, months and years of ISO 8601 as people write them in tables and lists."""

import re

_DATE = re.compile(r"\d{4}(-\d\d){0,2}")


def spelt(date: str, language: str) -> str:
    """A date as the reader writes it: in German with dots, in English as it is; what is no date stays.

    >>> spelt("2025-12-02", "de"), spelt("2025-12", "de"), spelt("2025", "de"), spelt("2025-12-02", "en")
    ('02.12.2025', '12.2025', '2025', '2025-12-02')
    """
    if language != "de" or not _DATE.fullmatch(date):
        return date
    return ".".join(reversed(date.split("-")))

"""Days, months and years as ISO texts, and reckoning with them."""

import calendar


def before(date: str) -> str:
    """The day, month or year before one.

    >>> before("2018"), before("2018-01"), before("2020-03-01")
    ('2017', '2017-12', '2020-02-29')
    """
    return _step(date, -1)


def after(date: str) -> str:
    """The day, month or year after one.

    >>> after("2018"), after("2018-12"), after("2019-02-28")
    ('2019', '2019-01', '2019-03-01')
    """
    return _step(date, 1)


def months_before(date: str, months: int) -> str:
    """The day so many months before a date; what the date leaves open counts as its beginning.

    >>> months_before("2026-03-31", 1), months_before("2024", 12)
    ('2026-02-28', '2023-01-01')
    """
    year, month, day = parts(date)
    count = year * 12 + month - 1 - months
    year, month = count // 12, count % 12 + 1
    return f"{year:04}-{month:02}-{min(day, calendar.monthrange(year, month)[1]):02}"


def days_before(date: str, days: int) -> str:
    """The day so many days before a date; what the date leaves open counts as its beginning.

    >>> days_before("2024-03-01", 7), days_before("2024", -31)
    ('2024-02-23', '2024-02-01')
    """
    from datetime import date as calendar_day
    from datetime import timedelta

    return (calendar_day(*parts(date)) - timedelta(days=days)).isoformat()


def months_between(first: str, last: str) -> int:
    """Whole months from one date to another, at least none.

    >>> months_between("2020", "2021-06-15")
    17
    """
    (year, month, day), (other, later, end) = parts(first), parts(last)
    return max(0, (other - year) * 12 + later - month - (end < day))


def parts(date: str) -> tuple[int, int, int]:
    """Year, month and day; the first where a date has none."""
    numbers = [int(part) for part in date.split("-")]
    return (numbers[0], numbers[1] if len(numbers) > 1 else 1, numbers[2] if len(numbers) > 2 else 1)


def is_date(year: int, month: int = 1, day: int = 1) -> bool:
    """Whether there is such a day in the years that releases tell of."""
    return 1800 <= year < 2200 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]


def _step(date: str, step: int) -> str:
    year, month, day = parts(date)
    match date.count("-"):
        case 0:
            return f"{year + step:04}"
        case 1:
            count = year * 12 + month - 1 + step
            return f"{count // 12:04}-{count % 12 + 1:02}"
        case _:
            from datetime import date as calendar_day
            from datetime import timedelta

            return (calendar_day(year, month, day) + timedelta(days=step)).isoformat()

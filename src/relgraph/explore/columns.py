"""Tables for pages by column: what repeats stands once. `static/explorer/data.js` reads them again."""

from collections.abc import Hashable, Iterable, Mapping, Sequence

Column = list[object] | dict[str, list[object]]
Table = dict[str, Column]


def table(rows: Sequence[Mapping[str, Hashable]]) -> Table:
    """Columns of rows that all have the same keys, in their order; a column of nothing but None is left out.

    >>> table([{"type": "City", "code": None}, {"type": "Region", "code": None}])
    {'type': ['City', 'Region']}
    """
    names = rows[0].keys() if rows else ()
    columns = {name: [row[name] for row in rows] for name in names}
    return {name: column(values) for name, values in columns.items() if any(value is not None for value in values)}


def column(values: Iterable[Hashable]) -> Column:
    """The values, or, where most repeat, those that there are, `of`, and which of them stands `at` each place.

    >>> column(["active", "planned", "active", "active", "active", "active", "active"])
    {'of': ['active', 'planned'], 'at': [0, 1, 0, 0, 0, 0, 0]}
    """
    held: list[object] = list(values)
    number = {value: index for index, value in enumerate(dict.fromkeys(held))}
    if 3 * len(number) > len(held) or all(isinstance(value, int) for value in number):
        return held
    return {"of": list(number), "at": [number[value] for value in held]}

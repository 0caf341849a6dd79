"""How a parameter is called in a query: `?country`, or as grlc wants it, `?__country_iri`.

grlc takes a variable for a parameter by its form: one underscore before the name of one that must be given, two where
it may be left out; `_iri` or `_number` after it, where the value is not text. Underscores of the name itself fall away,
for grlc knows none in a name. A file may use either form; everything else knows the plain one. Owns no values.
"""

import re
from collections.abc import Iterable

from relgraph.queries.question import Parameter, ParameterType

_SUFFIXES = {
    ParameterType.DATE: "",
    ParameterType.TEXT: "",
    ParameterType.NUMBER: "_number",
    ParameterType.DECIMAL: "_number",
}
GRLC = re.compile(r"[?$](?P<marks>_{1,2})(?P<name>[A-Za-z0-9]+)(?P<rest>\w*)")
"""A variable that grlc takes for a parameter."""


def grlc_variable(parameter: Parameter) -> str:
    """Name of the variable that makes grlc offer a parameter as what it is.

    >>> from relgraph.queries.question import Parameter, ParameterType
    >>> grlc_variable(Parameter("overdue_by", ParameterType.DATE, {}, optional=True))
    '__overdueby'
    """
    marks = "_" if parameter.required else "__"
    return f"{marks}{parameter.name.replace('_', '')}{_SUFFIXES.get(parameter.type, '_iri')}"


def plain_text(text: str, parameters: Iterable[Parameter]) -> str:
    """SPARQL with the plain names of parameters, line by line the same."""
    names = {parameter.name.replace("_", ""): parameter.name for parameter in parameters}

    def plain(match: re.Match[str]) -> str:
        name = names.get(match["name"])
        return match.group() if name is None else f"?{name}"

    return GRLC.sub(plain, text)

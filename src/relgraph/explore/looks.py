"""What each type of entity looks like: a shape and a hue, never a hue alone.

Hues themselves are set in `static/common.css`, once for light and once for dark; types that share a hue differ in
shape.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Look:
    """Shape as vis-network calls it, and the name of the CSS variable `--hue-…`."""

    shape: str
    hue: str


LOOKS = {
    "Country": Look("dot", "territory"),
    "Region": Look("square", "territory"),
    "City": Look("triangle", "territory"),
    "WorldRegion": Look("hexagon", "territory"),
    "GovernmentBody": Look("square", "public"),
    "InternationalOrganisation": Look("hexagon", "public"),
    "ResearchInstitution": Look("diamond", "research"),
    "Company": Look("triangleDown", "business"),
    "BusinessOrganisation": Look("diamond", "business"),
    "CivilSocietyOrganisation": Look("triangle", "society"),
    "Person": Look("dot", "person"),
    "Document": Look("square", "document"),
    "Event": Look("star", "event"),
    "Topic": Look("hexagon", "topic"),
}
"""One look for each type; the pairs are distinct."""

OUTLINES = {
    "dot": "M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13z",
    "square": "M2.5 2.5h11v11h-11z",
    "triangle": "M8 1.5 15 13.8H1z",
    "triangleDown": "M8 14.5 1 2.2h14z",
    "diamond": "M8 .8 15.2 8 8 15.2.8 8z",
    "hexagon": "M4.4 1.8h7.2L15.2 8l-3.6 6.2H4.4L.8 8z",
    "star": "M8 .8l2.1 4.9 5.3.5-4 3.5 1.2 5.2L8 12.1l-4.6 2.8 1.2-5.2-4-3.5 5.3-.5z",
}
"""The same shapes as SVG paths in a box of 16 by 16, for legends."""

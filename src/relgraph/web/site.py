"""What every page needs: the store, the desk, and how to give a page back."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request

from relgraph.web.desk import Desk
from relgraph.web.holding import Holding
from relgraph.web.settings import Settings


@dataclass(frozen=True, slots=True)
class Site:
    """The application's one of each; `holding` is for look-ups of milliseconds, `desk` for all else."""

    settings: Settings
    holding: Holding
    desk: Desk


def _site(request: Request) -> Site:
    site: Site = request.app.state.site
    return site


Here = Annotated[Site, Depends(_site)]
"""The site, as a parameter of a page."""

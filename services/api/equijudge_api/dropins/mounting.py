"""Which drop-ins there are, and how they are put into the application."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from fastapi import APIRouter, FastAPI

from equijudge_api.dropins import code_judge, sandboxfusion
from equijudge_api.dropins.batch_jobs import WaitingRoom
from equijudge_api.dropins.refusal_forms import RefusalForm, RefusalForms

# Their prefixes are the routers' own: what is said of a route, in the audit's lines and to a key that may not call it,
# has no other.
OPEN_ROUTERS: Sequence[APIRouter] = (sandboxfusion.open_router, code_judge.open_router)  # for whoever has no key, too
ROUTERS: Sequence[APIRouter] = (sandboxfusion.router, code_judge.router, code_judge.root_router)
FORMS: Mapping[str, RefusalForm] = {
    sandboxfusion.PREFIX: sandboxfusion.refusal_form,
    **dict.fromkeys(code_judge.PREFIXES, code_judge.refusal_form),
}


def mount_drop_ins(app: FastAPI, dependencies: Sequence[Any]) -> None:
    """Add the routes of every drop-in. `dependencies`: those of every route that needs a key."""
    app.state.second_tries, app.state.second_submits = sandboxfusion.SecondTries(), sandboxfusion.SecondTries()
    app.state.waiting_room = WaitingRoom(app.state.settings.max_bodies_bytes)
    for router in OPEN_ROUTERS:
        app.include_router(router, include_in_schema=False)
    for router in ROUTERS:
        app.include_router(router, dependencies=dependencies, include_in_schema=False)


def add_refusal_forms(app: FastAPI) -> None:
    """Have whatever is refused under a drop-in's prefix answered as its clients expect it, by whoever refuses it: to be
    added last, so that it is outside of every other middleware."""
    app.add_middleware(RefusalForms, forms=FORMS)

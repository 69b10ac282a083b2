"""Which drop-ins there are, and how they are put into the application."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from fastapi import APIRouter, FastAPI

from equijudge_api.dropins import sandboxfusion
from equijudge_api.dropins.refusal_forms import RefusalForm, RefusalForms

OPEN_ROUTERS: Mapping[str, APIRouter] = {"/sandboxfusion": sandboxfusion.open_router}  # for whoever has no key, too
ROUTERS: Mapping[str, APIRouter] = {"/sandboxfusion": sandboxfusion.router}
FORMS: Mapping[str, RefusalForm] = {"/sandboxfusion": sandboxfusion.refusal_form}


def mount_drop_ins(app: FastAPI, dependencies: Sequence[Any]) -> None:
    """Add the routes of every drop-in. `dependencies`: those of every route that needs a key."""
    for prefix, router in OPEN_ROUTERS.items():
        app.include_router(router, prefix=prefix, include_in_schema=False)
    for prefix, router in ROUTERS.items():
        app.include_router(router, prefix=prefix, dependencies=dependencies, include_in_schema=False)


def add_refusal_forms(app: FastAPI) -> None:
    """Have whatever is refused under a drop-in's prefix answered as its clients expect it, by whoever refuses it: to be
    added last, so that it is outside of every other middleware."""
    app.add_middleware(RefusalForms, forms=FORMS)

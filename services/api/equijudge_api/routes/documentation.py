"""GET /docs and /redoc: the OpenAPI document as pages, whose assets are the service's own: no network is needed.

Swagger UI (Apache-2.0) and ReDoc (MIT) are those that the package fastapi-offline brings.
"""

from __future__ import annotations

from fastapi import APIRouter, FastAPI
from fastapi.responses import HTMLResponse
from fastapi.staticfiles import StaticFiles

from equijudge_api.http.auth import ASSETS
from equijudge_api.pages import page_response

router = APIRouter(include_in_schema=False)


def mount_assets(app: FastAPI) -> None:
    """Serve the files that pages load, without a key: they are the same everywhere."""
    app.mount(f"{ASSETS}api-docs", StaticFiles(packages=[("fastapi_offline", "static")]))
    app.mount(f"{ASSETS}pages", StaticFiles(packages=[("equijudge_api", "pages/assets")]))


@router.get("/docs")
async def get_docs() -> HTMLResponse:
    """Every call, to be tried with a key (Swagger UI)."""
    return page_response("docs.html.j2")


@router.get("/redoc")
async def get_redoc() -> HTMLResponse:
    """Every call, to be read (ReDoc), which searches in a worker that it makes itself."""
    return page_response("redoc.html.j2", workers="blob:")

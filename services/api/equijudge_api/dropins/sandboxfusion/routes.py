"""SandboxFusion's calls, by the paths that its clients append to their base address."""

from __future__ import annotations

from fastapi import APIRouter

from equijudge_api.http.problem_details import Refusal
from equijudge_api.http.request_body import RawBodyRoute

open_router = APIRouter()  # needs no key
router = APIRouter(route_class=RawBodyRoute)
NO_DATA_SETS = (
    "no data sets are registered here; send a problem with its tests to /submit, in config.provided_data with "
    "config.dataset_type CommonOJDataset, or store it with PUT /problems and judge with POST /verify"
)


@open_router.get("/v1/ping")
async def ping() -> str:
    """The process is alive; says nothing of Redis or the workers."""
    return "pong"


@router.get("/list_datasets")
async def list_datasets() -> None:
    """Raise Refusal (404): whoever asks means to use one."""
    raise Refusal(404, NO_DATA_SETS)


@router.post("/list_ids")
@router.post("/get_prompts")
@router.post("/get_prompt_by_id")
@router.post("/get_metrics")
@router.post("/get_metrics_function")
async def ask_of_a_data_set() -> None:
    """Raise Refusal (404)."""
    raise Refusal(404, NO_DATA_SETS)

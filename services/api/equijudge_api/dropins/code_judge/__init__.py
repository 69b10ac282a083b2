"""code-judge's calls: run and judge, single, in batches and long ones. Their clients' base address ends in
/code-judge."""

from equijudge_api.dropins.code_judge.refusals import refusal_form
from equijudge_api.dropins.code_judge.routes import PREFIXES, open_router, root_router, router

__all__ = ["PREFIXES", "open_router", "refusal_form", "root_router", "router"]

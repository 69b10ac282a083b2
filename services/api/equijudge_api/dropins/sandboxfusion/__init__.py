"""SandboxFusion's calls: run_code, submit for CommonOJ, ping. Their clients' base address ends in /sandboxfusion."""

from equijudge_api.dropins.sandboxfusion.refusals import refusal_form
from equijudge_api.dropins.sandboxfusion.routes import PREFIX, open_router, router

__all__ = ["PREFIX", "open_router", "refusal_form", "router"]

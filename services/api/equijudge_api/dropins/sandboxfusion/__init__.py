"""SandboxFusion's calls: run_code, submit for CommonOJ, ping. Their clients' base address ends in /sandboxfusion."""

from equijudge_api.dropins.sandboxfusion.refusals import refusal_form
from equijudge_api.dropins.sandboxfusion.routes import PREFIX, open_router, router
from equijudge_api.dropins.sandboxfusion.second_tries import SecondTries

__all__ = ["PREFIX", "SecondTries", "open_router", "refusal_form", "router"]

"""What must be installed before a model can be touched."""

from __future__ import annotations

import importlib

from equijudge.errors import BadArgument


def needs_models() -> None:
    """Raises BadArgument naming what is missing and how to get it."""
    for module in ("torch", "transformers", "accelerate"):
        try:
            importlib.import_module(module)
        except ImportError as error:
            raise BadArgument(f"this needs {module}: pip install 'equijudge[trainer]'") from error

"""Run every program of a folder of folders on the `sample.in` beside it, one after the other in this process.

`python -S run_samples.py FOLDER` prints one JSON object: what each program printed, or the traceback it ended with.
For programs that are ours: they share the process, so that 300 of them take a second.
"""

from __future__ import annotations

import io
import json
import runpy
import sys
import traceback
from contextlib import redirect_stdout
from pathlib import Path


def output(program: Path) -> str:
    """What the program prints for its sample."""
    sys.stdin = io.TextIOWrapper(io.BytesIO((program.parent / "sample.in").read_bytes()), encoding="utf-8")
    with redirect_stdout(io.StringIO()) as printed:
        try:
            runpy.run_path(str(program), run_name="__main__")
        except Exception:  # noqa: BLE001 - whatever it was belongs into the report
            return traceback.format_exc()
    return printed.getvalue()


if __name__ == "__main__":
    print(json.dumps({str(program): output(program) for program in sorted(Path(sys.argv[1]).glob("*/*.py"))}))

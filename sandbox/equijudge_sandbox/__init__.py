"""Runs one hostile program on many inputs and reports facts. Knows no problem and no verdict.

A caller has a Sandbox (drivers/base.py): docker.py makes cells of containers, local.py of bubblewrap's namespaces.
Either keeps a Pool of Cells; a Cell speaks frames (protocol.py) over a Stream with runner.py, which is copied into the
cell and there is alone. What goes in and what comes out is in outcome.py, what may be raised in errors.py.
"""

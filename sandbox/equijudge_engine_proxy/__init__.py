"""Stands between verifiers and the Docker engine: passes the few calls that cells need, and nothing else.

A request goes from server.py (one thread a connection) through http.py (read strictly) and allowlist.py (is it a call
of the docker driver?) to cells.py (is it about a cell of ours?) and engine.py (ask the engine). An attached stream is
copied both ways by relay.py.
"""

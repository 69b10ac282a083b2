"""Stands between verifiers and the Docker engine: passes the few calls that cells need, and nothing else."""

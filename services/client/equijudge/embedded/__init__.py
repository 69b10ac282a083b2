"""A whole judge on one machine: Redis from a wheel, the API and the workers as one process tree.

Starts processes and imports none of them: `python -m equijudge_api`, `python -m equijudge_verifier`.
"""

"""What the selftest does not show, and why."""

from __future__ import annotations

# By slug. What `python -m equijudge_selftest` leaves to `equijudge selftest`, which starts a service.
LEFT_TO_THE_SERVICE: dict[str, str] = {
    "outcomes-only-key": "what a key that gets outcomes only is shown: `equijudge selftest` tests it",
    "outcome-only-reasons": "what such a key can learn of a wrong program: `equijudge selftest` tests it",
    "input-file-paths": "an input file named by a path: `equijudge selftest --attack oversized-requests` tests it",
}
NOT_TESTED: dict[str, str] = {
    "recognised-test": "an answer written into a program for a test that it recognises cannot be seen by a judge "
    "alone: keep tests hidden; what is checked is that a hidden test still decides",
    "engine-restart": "the engine itself is not restarted on this machine; a cell is killed under a candidate",
    "interactive-problems": "a candidate that attacks the interactor that it talks to is not run here: "
    "tests/adversarial/test_conversation.py and tests/integration/test_interactive.py have such",
    "visible-counters": "a program can tell by numbers of processes and files how many runs its cell had before; "
    "docs/security.md has how many bits they carry",
    "interrupted-caller": "what is seen of it is the client's: a job whose caller is interrupted is cancelled",
    "compose-containers": "the containers of the Compose file are not started here; docs/least-privilege.md has what "
    "they may",
}

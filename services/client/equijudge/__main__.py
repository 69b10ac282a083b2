"""`python -m equijudge` is the `equijudge` command."""

from equijudge.cli.main import main

main()

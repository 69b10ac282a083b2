"""What a set of generations is worth, and how different its members are: pure functions, one family per file.

numbers in, numbers out: no I/O, no clock, no global random state. `scoring.score` puts them together.
"""

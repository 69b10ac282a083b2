"""Problems in which a candidate's function is called: what runs in the cell, and what is made of what it leaves.

A test is one call in a process of its own. The arguments go into the cell, the value comes out in a typed encoding, and
what it should be is nowhere in there: whoever controls the candidate's process has its own answers to give, no other.

column      reads the column `calls` of a row
harness     lies in the cell before the candidate, calls, and writes the value
program     makes of a candidate and a problem what is run
encoding    the typed encoding outside: expected values into it, hostile bytes out of it
comparison  whether a value is the one that is expected, and where it is not
decide      from the facts of a run to the verdict on the test
"""

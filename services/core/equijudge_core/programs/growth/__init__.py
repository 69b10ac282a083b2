"""How the work of a program grows with its input: a second opinion, kept apart from the signature.

counting.py counts the operations of one run, in the cell; classes.py says what class the counts of many runs are of.
"""

"""How the work of a program grows with its input: a second opinion, kept apart from the signature.

operation_count.py counts the operations of one run, in the cell. complexity_class.py says how the counts of many runs
grow.
"""

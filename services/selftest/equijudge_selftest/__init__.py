"""The adversarial suite as a product: hostile programs, the verdicts they may get, and what must hold afterwards.

`python -m equijudge_selftest` judges them on the operator's own installation. row.py says what an attack
is, section*.py are the attacks, catalogue.py is all of them; inspect_cell.py looks at a cell from inside,
outside.py from the host, trial.py puts it together.
"""

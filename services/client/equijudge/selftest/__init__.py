"""`equijudge selftest`: attacks on this installation, and whether it held.

finding.py is what is said of one property; cells.py has the verifier's own selftest attack the cells (sections 1 to
8, and between runs: 10); service.py is a judge of the selftest's own, which scenarios.py hurts (section 9), and in
which tenants.py has callers attack each other (section 10).
"""

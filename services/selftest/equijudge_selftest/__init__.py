"""The adversarial suite as a product: does this installation hold what it promises?

Two ways in. `equijudge selftest` (command.py) attacks everything; `python -m equijudge_selftest` (__main__.py) attacks
the cells alone, needs no Redis, and is what the command runs for its cells, in a process of its own (cell_attacks.py).

attacks/            hostile programs and the verdicts they may get, a topic a file; attack.py says what an attack is,
                    catalogue.py has all of them, channels.py the ways from one run to another
attack_runner.py    judges one attack and looks what it left; inspect_cell.py looks from inside the next cell,
                    host_view.py from the host
channel_matrix.py   tries every channel with everybody who could read it
service/            a judge of the selftest's own (own_service.py), its faults, and its tenants against each other
report/             what is said of one attack (finding.py), and the tables
topics.py           what attacks are about; selection.py which of them run; not_tested.py what none of them shows
"""

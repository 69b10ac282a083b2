"""Verdicts as rewards, a file for each framework; `equijudge.rewards` is their front door.

batches.py sends what is asked close together as one request, values.py says what a result is worth, groups.py brings
the samples of a prompt together that are asked for one by one.
"""

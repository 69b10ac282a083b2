"""Equivalence sets: of one problem, the programs that are right, told apart. Pure; the verifier runs them."""

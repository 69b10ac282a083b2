"""Problems whose tests are code that calls functions of a candidate: asserts, check(candidate), pytest, unittest.

The tests' code runs in a cell of the checkers' pool, as an interactor does; a candidate's functions are stand-ins
there, which call over. In the candidate's cell a harness answers, one call after the other. So no candidate's process
ever holds a test or an expected value, and what it says are values, which the tests' own code compares.

column      reads the column `test_code` of a row, and names what cannot be told apart
program     makes the two programs of a problem and a candidate
free_names  what code uses without defining it, and which tests a file of pytest's or unittest's has
cell        the files that those programs are made of; none is run here
"""

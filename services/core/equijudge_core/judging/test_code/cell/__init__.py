"""Parts of the two programs that talk when tests are code. Each is text that program.py puts together; what stands
above the line `# --- in the cell` is for those who read and check it alone.

values     both: the typed encoding of judging/calls, and what calls back and forth need beside it
answers    the candidate's: loads it, and answers calls
line       the tests': the line to the candidate, and how a test ends
calls      the tests': calls of the candidate's functions, values, and exceptions
stand_ins  the tests': what stands for functions, objects and iterators of the candidate
pytests    the tests': as much of pytest as tests that call functions use
tests      the tests': runs one test, and says how it ended
"""

import sys
from functools import reduce

a = sys.stdin.read().split()[1:]
vote = lambda state, x: (x, 1) if state[1] == 0 else (state[0], state[1] + (1 if x == state[0] else -1))
winner = reduce(vote, a, ("", 0))[0]
print(winner if 2 * a.count(winner) > len(a) else -1)

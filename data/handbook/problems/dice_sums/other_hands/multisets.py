import math
import sys


def hands(dice, face, total):
    """How many dice show face, face - 1, ..., 1: all ways to reach the total."""
    if face == 0:
        if dice == 0 and total == 0:
            yield ()
        return
    for many in range(dice + 1):
        if many * face > total:
            break
        for others in hands(dice - many, face - 1, total - many * face):
            yield (many,) + others


n, k, s = map(int, sys.stdin.readline().split())
answer = 0
for counts in hands(n, k, s):
    answer += math.factorial(n) // math.prod(map(math.factorial, counts))
print(answer)

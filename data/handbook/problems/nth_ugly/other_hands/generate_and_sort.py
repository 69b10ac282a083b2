import sys

rank = int(sys.stdin.readline())
TOP = 200_000
pool = [1]
for prime in (5, 3, 2):
    for value in pool:  # the list grows while we walk it
        if value * prime <= TOP:
            pool.append(value * prime)
print(sorted(pool)[rank - 1])

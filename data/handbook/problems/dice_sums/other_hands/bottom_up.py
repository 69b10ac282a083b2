import sys

dice, faces, goal = map(int, sys.stdin.read().split())
count = [0] * (goal + 1)
count[0] = 1
for _ in range(dice):
    fresh = [0] * (goal + 1)
    for have, ways in enumerate(count):
        if not ways:
            continue
        for total in range(have + 1, min(have + faces, goal) + 1):
            fresh[total] += ways
    count = fresh
print(count[goal])

from itertools import accumulate

with open(0) as f:
    n = int(f.readline())
    gain = [int(a) for a in f.readline().split()]
    for i, b in enumerate(f.readline().split()):
        gain[i] -= int(b)

good = (
    s + 1
    for s in range(n)
    if all(tank >= 0 for tank in accumulate(gain[s:] + gain[:s]))
)
print(next(good, -1))

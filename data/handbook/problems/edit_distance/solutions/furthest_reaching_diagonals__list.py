# how far can one get on every diagonal with 0, 1, 2, ... changes?
import sys

a, b = sys.stdin.read().split("\n")[:2]
la, lb = len(a), len(b)
NOWHERE = -(10**6)
offset = la + 1  # diagonal j - i = d is kept at d + offset


def run(i, d):
    while i < la and i + d < lb and a[i] == b[i + d]:
        i += 1
    return i


far = [NOWHERE] * (la + lb + 3)
far[offset] = run(0, 0)
changes = 0
while far[lb - la + offset] < la:
    changes += 1
    old = far[:]
    for d in range(-min(la, changes), min(lb, changes) + 1):
        k = d + offset
        i = max(old[k] + 1, old[k + 1] + 1, old[k - 1])
        if i > la:
            i = la
        if i + d > lb:
            i = lb - d
        if i >= 0 and i + d >= 0:
            far[k] = run(i, d)
print(changes)

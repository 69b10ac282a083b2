import sys

x, y = sys.stdin.read().split()

# a one at bit i: the row of the table steps up at letter i of x
steps = 0
for ch in y:
    hits = sum(1 << i for i, c in enumerate(x) if c == ch)
    either = steps | hits
    steps = either & (either ^ (either - (steps << 1 | 1)))
print(bin(steps).count("1"))

import sys

det = lambda m: m[0][0] if len(m) == 1 else sum(
    (-1) ** i * row[0] * det([other[1:] for k, other in enumerate(m) if k != i]) for i, row in enumerate(m)
)
print(det([list(map(int, line.split())) for line in sys.stdin.readlines()[1:]]))

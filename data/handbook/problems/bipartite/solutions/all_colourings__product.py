import sys
from itertools import product

lines = sys.stdin.readlines()
n, m = map(int, lines[0].split())
pairs = {tuple(map(int, line.split())) for line in lines[1:]}
if any(all(t[a - 1] != t[b - 1] for a, b in pairs) for t in product((0, 1), repeat=n)):
    print("YES")
else:
    print("NO")

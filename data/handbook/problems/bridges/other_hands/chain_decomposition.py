import sys

sys.setrecursionlimit(3000)
tok = list(map(int, sys.stdin.read().split()))
N, M = tok[0], tok[1]
us, vs = tok[2::2], tok[3::2]
inc = {x: [] for x in range(1, N + 1)}
for k in range(M):
    inc[us[k]].append(k)
    inc[vs[k]].append(k)

preorder = {}
via = {}
loops = {}


def explore(x):
    preorder[x] = len(preorder)
    loops[x] = []
    for k in inc[x]:
        y = us[k] ^ vs[k] ^ x
        if y not in preorder:
            via[y] = k
            explore(y)
        elif via.get(x) != k and preorder[y] < preorder[x]:
            loops[y].append((x, k))


for x in inc:
    if x not in preorder:
        explore(x)

passed = set()
covered = 0
for top in preorder:
    for low, _ in loops[top]:
        passed.add(top)
        covered += 1
        while low not in passed:
            passed.add(low)
            covered += 1
            low ^= us[via[low]] ^ vs[via[low]]
print(M - covered)

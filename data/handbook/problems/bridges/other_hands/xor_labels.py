import sys, random
from collections import deque, defaultdict

rng = random.Random(90210)
n, m = map(int, sys.stdin.readline().split())
nbr = defaultdict(list)
ends = []
for idx in range(m):
    x, y = map(int, sys.stdin.readline().split())
    ends.append((x, y))
    nbr[x].append((y, idx))
    nbr[y].append((x, idx))

label = [0] * m
acc = [0] * (n + 1)
up = {}
seq = []
for root in range(1, n + 1):
    if root in up:
        continue
    up[root] = (0, None)
    line = deque([root])
    while line:
        x = line.popleft()
        seq.append(x)
        for y, idx in nbr[x]:
            if y not in up:
                up[y] = (x, idx)
                line.append(y)
            elif label[idx] == 0 and up[x][1] != idx and up[y][1] != idx:
                label[idx] = rng.getrandbits(96) | 1
                acc[x] ^= label[idx]
                acc[y] ^= label[idx]

while seq:
    x = seq.pop()
    parent, idx = up[x]
    if idx is not None:
        label[idx] = acc[x]
    acc[parent] ^= acc[x]
print(sum(1 for value in label if not value))

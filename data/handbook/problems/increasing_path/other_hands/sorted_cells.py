import sys

data = [int(t) for t in sys.stdin.read().split()]
cols = data[1]
h = data[2:]
size = len(h)
run = [0] * size
for p in sorted(range(size), key=lambda p: h[p]):
    near = []
    if p >= cols:
        near.append(p - cols)
    if p + cols < size:
        near.append(p + cols)
    if p % cols:
        near.append(p - 1)
    if (p + 1) % cols:
        near.append(p + 1)
    run[p] = 1
    for q in near:
        if h[q] < h[p] and run[q] >= run[p]:
            run[p] = run[q] + 1
print(max(run))

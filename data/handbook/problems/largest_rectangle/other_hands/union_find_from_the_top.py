import sys

read = sys.stdin.readline
n = int(read())
house = list(map(int, read().split()))

parent = {}
lo = list(range(n))
hi = list(range(n))


def find(v):
    if parent[v] == v:
        return v
    root = find(parent[v])
    parent[v] = root
    return root


def glue(v, w):
    v, w = find(v), find(w)
    if v != w:
        parent[w] = v
        lo[v] = min(lo[v], lo[w])
        hi[v] = max(hi[v], hi[w])


answer = 0
for height, at in sorted(((x, i) for i, x in enumerate(house)), reverse=True):
    parent[at] = at
    if at - 1 in parent:
        glue(at, at - 1)
    if at + 1 in parent:
        glue(at, at + 1)
    block = find(at)
    area = (hi[block] - lo[block] + 1) * height
    if area > answer:
        answer = area
print(answer)

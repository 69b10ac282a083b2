from collections import deque

n, q = map(int, input().split())
ring = deque(zip(map(int, input().split()), range(n)))
asked = list(map(int, input().split()))

# turn it until the greatest number is at the end
while ring[-1] != max(ring):
    ring.rotate(-1)

todo = sorted(range(q), key=asked.__getitem__)
found = {}
while todo:
    j = todo.pop()
    while ring and ring[-1][0] > asked[j]:
        ring.pop()
    found[j] = ring[-1][1] if ring and ring[-1][0] == asked[j] else -1
for j in range(q):
    print(found[j])

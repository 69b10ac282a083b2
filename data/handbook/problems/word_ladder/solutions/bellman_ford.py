s, t = input().split()
n = int(input())
words = set(input().split()) | {s}
edges = []
for a in words:
    for b in words:
        if sum(x != y for x, y in zip(a, b)) == 1:
            edges.append((a, b))
dist = {w: 10**9 for w in words}
dist[s] = 0
changed = True
while changed:
    changed = False
    for a, b in edges:
        if dist[a] + 1 < dist[b]:
            dist[b] = dist[a] + 1
            changed = True
ans = dist.get(t, 10**9)
print(ans if ans < 10**9 else -1)

n, m, k = map(int, input().split())
g = [[] for _ in range(n + 1)]
for _ in range(k):
    a, b = map(int, input().split())
    g[a].append(b)
match = [0] * (m + 1)

def go(u, seen):
    for v in g[u]:
        if not seen[v]:
            seen[v] = True
            if match[v] == 0 or go(match[v], seen):
                match[v] = u
                return True
    return False

print(sum(go(u, [False] * (m + 1)) for u in range(1, n + 1)))

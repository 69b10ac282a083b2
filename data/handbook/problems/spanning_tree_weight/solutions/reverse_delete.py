n, m = map(int, input().split())
edges = [tuple(map(int, input().split())) for _ in range(m)]
edges.sort(key=lambda e: -e[2])


def connected(es):
    adj = [[] for _ in range(n + 1)]
    for a, b, _ in es:
        adj[a].append(b)
        adj[b].append(a)
    seen = {1}
    stack = [1]
    while stack:
        for u in adj[stack.pop()]:
            if u not in seen:
                seen.add(u)
                stack.append(u)
    return len(seen) == n


if not connected(edges):
    print(-1)
else:
    i = 0
    while i < len(edges):
        rest = edges[:i] + edges[i + 1 :]
        if connected(rest):
            edges = rest
        else:
            i += 1
    print(sum(c for _, _, c in edges))

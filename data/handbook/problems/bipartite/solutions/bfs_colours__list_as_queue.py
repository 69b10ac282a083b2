import sys
input = sys.stdin.readline

def colour_from(start):
    queue = [start]
    colours[start] = True
    for v in queue:
        for w in adj[v]:
            if colours[w] is None:
                colours[w] = not colours[v]
                queue.append(w)
            if colours[w] == colours[v]:
                return False
    return True

n, m = map(int, input().split())
adj = [set() for _ in range(n + 1)]
for _ in range(m):
    a, b = map(int, input().split())
    adj[a].add(b)
    adj[b].add(a)
colours = [None] * (n + 1)
print("YES" if all(colours[v] is not None or colour_from(v) for v in range(1, n + 1)) else "NO")

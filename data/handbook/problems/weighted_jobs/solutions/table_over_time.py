n = int(input())
at = [[] for _ in range(301)]
for _ in range(n):
    s, e, v = map(int, input().split())
    at[e].append((s, v))
best = [0] * 301
for t in range(1, 301):
    best[t] = best[t - 1]
    for s, v in at[t]:
        best[t] = max(best[t], best[s] + v)
print(best[300])

n, m = map(int, input().split())
need = [[] for _ in range(n + 1)]
for _ in range(m):
    a, b = map(int, input().split())
    need[b].append(a)
done = [False] * (n + 1)
left = n
terms = 0
while left > 0:
    now = []
    for c in range(1, n + 1):
        if not done[c]:
            can = True
            for p in need[c]:
                if not done[p]:
                    can = False
            if can:
                now.append(c)
    if len(now) == 0:
        terms = -1
        break
    for c in now:
        done[c] = True
    left -= len(now)
    terms += 1
print(terms)

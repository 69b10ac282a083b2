n, m = map(int, input().split())
team = [None] * (n + 1)
ok = True
for _ in range(m):
    a, b = map(int, input().split())
    if team[a] is None and team[b] is None:
        team[a], team[b] = 0, 1
    elif team[a] is None:
        team[a] = 1 - team[b]
    elif team[b] is None:
        team[b] = 1 - team[a]
    elif team[a] == team[b]:
        ok = False
print("YES" if ok else "NO")

from collections import deque

s = input()
input()
words = input().split()
go = [{}]
length = [0]  # length of the word that ends here, 0 if none
for w in words:
    v = 0
    for c in w:
        if c not in go[v]:
            go[v][c] = len(go)
            go.append({})
            length.append(0)
        v = go[v][c]
    length[v] = len(w)

fail = [0] * len(go)
q = deque(go[0].values())
while q:
    v = q.popleft()
    for c, u in go[v].items():
        f = fail[v]
        while f and c not in go[f]:
            f = fail[f]
        fail[u] = go[f].get(c, 0)
        q.append(u)

dp = [1]
v = 0
for i, c in enumerate(s, 1):
    while v and c not in go[v]:
        v = fail[v]
    v = go[v].get(c, 0)
    total = 0
    u = v
    while u:
        if length[u]:
            total += dp[i - length[u]]
        u = fail[u]
    dp.append(total)
print(dp[-1])

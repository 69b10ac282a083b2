n = int(input())
a = list(map(int, input().split()))
B = 30
t = [[-1, -1]]
for x in a:
    u = 0
    for b in range(B, -1, -1):
        k = x >> b & 1
        if t[u][k] == -1:
            t[u][k] = len(t)
            t.append([-1, -1])
        u = t[u][k]
ans = 0
for x in a:
    u = 0
    cur = 0
    for b in range(B, -1, -1):
        k = x >> b & 1
        if t[u][1 - k] != -1:
            cur |= 1 << b
            u = t[u][1 - k]
        else:
            u = t[u][k]
    ans = max(ans, cur)
print(ans)

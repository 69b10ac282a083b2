n = int(input())
a = list(map(int, input().split()))
ch = [[-1, -1]]
for x in a:
    v = 0
    for b in range(9, -1, -1):
        d = x >> b & 1
        if ch[v][d] == -1:
            ch[v][d] = len(ch)
            ch.append([-1, -1])
        v = ch[v][d]
ans = 0
for x in a:
    v = 0
    cur = 0
    for b in range(9, -1, -1):
        d = x >> b & 1
        if ch[v][1 - d] != -1:
            cur |= 1 << b
            v = ch[v][1 - d]
        else:
            v = ch[v][d]
    ans = max(ans, cur)
print(ans)

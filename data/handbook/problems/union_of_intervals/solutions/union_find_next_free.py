# nxt[x]: the first metre >= x that is not painted yet
n = int(input())
nxt = list(range(1002))


def find(x):
    while nxt[x] != x:
        nxt[x] = nxt[nxt[x]]
        x = nxt[x]
    return x


ans = 0
for _ in range(n):
    l, r = map(int, input().split())
    x = find(l)
    while x < r:
        nxt[x] = x + 1
        ans += 1
        x = find(x)
print(ans)

n = int(input())
b = []
for _ in range(n):
    l, r, h = map(int, input().split())
    b.append((h, l, r))
b.sort(reverse=True)
nxt = list(range(1002))  # next place without a roof


def find(x):
    while nxt[x] != x:
        nxt[x] = nxt[nxt[x]]
        x = nxt[x]
    return x


top = [0] * 1002
for h, l, r in b:
    x = find(l)
    while x < r:
        top[x] = h
        nxt[x] = x + 1
        x = find(x)

for x in range(1001):
    if top[x] != (top[x - 1] if x else 0):
        print(x, top[x])

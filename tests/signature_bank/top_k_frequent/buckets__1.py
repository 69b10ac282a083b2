from collections import Counter

n, k = map(int, input().split())
a = list(map(int, input().split()))
b = [[] for _ in range(n + 1)]
for x, f in Counter(a).items():
    b[f].append(x)
res = []
for f in range(n, 0, -1):
    for x in b[f]:
        if len(res) < k:
            res.append(x)
print(*res)

n, q = map(int, input().split())
a = list(map(int, input().split()))
ask = [[] for _ in range(n)]
for i in range(q):
    l, r = map(int, input().split())
    ask[r - 1].append((l - 1, i))
mark = [0] * n
ans = [0] * q
seen = set()
for r in range(n):
    # the old copy should have lost its mark here
    if a[r] not in seen:
        mark[r] = 1
        seen.add(a[r])
    for l, i in ask[r]:
        ans[i] = sum(mark[l:r + 1])
print("\n".join(map(str, ans)))

n = int(input())
a = list(map(int, input().split()))
rank = {v: i + 1 for i, v in enumerate(sorted(set(a)))}
m = len(rank)
tree = [0] * (m + 1)
ans = 0
for seen, v in enumerate(a):
    i = rank[v]
    j = i
    while i > 0:
        seen -= tree[i]
        i -= i & -i
    ans += seen
    while j <= m:
        tree[j] += 1
        j += j & -j
print(ans)

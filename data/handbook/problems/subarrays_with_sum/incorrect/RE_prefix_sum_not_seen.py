n, k = map(int, input().split())
a = list(map(int, input().split()))
p = [0]
for x in a:
    p.append(p[-1] + x)
where = {}
for i, s in enumerate(p):
    where.setdefault(s, []).append(i)
ans = 0
for j in range(1, n + 1):
    ans += sum(1 for i in where[p[j] - k] if i < j)
print(ans)

n, q = map(int, input().split())
a = list(map(int, input().split()))
xs = list(map(int, input().split()))
p = a.index(min(a))
ans = [-1] * q
i = 0
for j in sorted(range(q), key=lambda t: xs[t]):
    while i < n and a[(p + i) % n] < xs[j]:
        i += 1
    if i < n and a[(p + i) % n] == xs[j]:
        ans[j] = (p + i) % n
print(*ans, sep="\n")

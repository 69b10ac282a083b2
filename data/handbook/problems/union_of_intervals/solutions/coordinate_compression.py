n = int(input())
p = [tuple(map(int, input().split())) for _ in range(n)]
xs = sorted({x for q in p for x in q})
ans = 0
for a, b in zip(xs, xs[1:]):
    for l, r in p:
        if l <= a and b <= r:
            ans += b - a
            break
print(ans)

n = int(input())
a = list(map(int, input().split()))
ans = sorted(a)
for k in range(n - 1, -1, -1):
    bigger = [x for x in a[k + 1:] if x > a[k]]
    if bigger:
        x = min(bigger)
        rest = a[k:]
        rest.remove(x)
        ans = a[:k] + [x] + sorted(rest)
        break
print(*ans)

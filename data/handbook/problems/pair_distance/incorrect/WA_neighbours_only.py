n, k = map(int, input().split())
a = sorted(map(int, input().split()))
d = sorted(y - x for x, y in zip(a, a[1:]))
if k <= len(d):
    print(d[k - 1])
else:
    print(a[-1] - a[0])

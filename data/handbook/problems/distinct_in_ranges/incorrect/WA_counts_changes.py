n, q = map(int, input().split())
a = list(map(int, input().split()))
p = [0] * n
for i in range(1, n):
    p[i] = p[i - 1] + (a[i] != a[i - 1])
for _ in range(q):
    l, r = map(int, input().split())
    print(p[r - 1] - p[l - 1] + 1)

n, k = map(int, input().split())
a = list(map(int, input().split()))
p = [0] * (n + 1)
for i in range(n):
    p[i + 1] = p[i] + a[i]
print(max(p[i + k] - p[i] for i in range(n - k + 1)))

n, k = map(int, input().split())
a = list(map(int, input().split()))
left = a[:]
right = a[:]
for i in range(1, n):
    if i % k:
        left[i] = max(left[i - 1], a[i])
for i in range(n - 2, -1, -1):
    if (i + 1) % k:
        right[i] = max(right[i + 1], a[i])
print(*[max(right[i], left[i + k - 1]) for i in range(n - k + 1)])

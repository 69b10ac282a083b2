n = int(input())
a = list(map(int, input().split()))
c = [1] * n
for i in sorted(range(n), key=lambda i: a[i]):
    if i > 0 and a[i - 1] < a[i]:
        c[i] = max(c[i], c[i - 1] + 1)
    if i < n - 1 and a[i + 1] < a[i]:
        c[i] = max(c[i], c[i + 1] + 1)
print(sum(c))

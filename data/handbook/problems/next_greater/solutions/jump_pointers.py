# to[i]: position of the next greater number; jump along it from i + 1
n = int(input())
a = list(map(int, input().split())) + [10**10]
to = [n] * (n + 1)
for i in range(n - 1, -1, -1):
    j = i + 1
    while a[j] <= a[i]:
        j = to[j]
    to[i] = j
print(*[a[j] if j < n else -1 for j in to[:n]])

n = int(input())
a = list(map(int, input().split()))
left = [1] * n
right = [1] * n
for i in range(1, n):
    left[i] = left[i - 1] * a[i - 1]
for i in range(n - 2, -1, -1):
    right[i] = right[i + 1] * a[i + 1]
print(*[left[i] * right[i] for i in range(n)])

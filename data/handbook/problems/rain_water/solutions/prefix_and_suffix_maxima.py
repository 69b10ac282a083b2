n = int(input())
h = list(map(int, input().split()))
left = h[:]
right = h[:]
for i in range(1, n):
    left[i] = max(left[i], left[i - 1])
for i in range(n - 2, -1, -1):
    right[i] = max(right[i], right[i + 1])
print(sum(min(left[i], right[i]) - h[i] for i in range(n)))

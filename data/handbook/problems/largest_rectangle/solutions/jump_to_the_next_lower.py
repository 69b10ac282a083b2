n = int(input())
h = list(map(int, input().split()))
left = [0] * n
right = [0] * n
for i in range(n):
    j = i - 1
    while j >= 0 and h[j] >= h[i]:
        j = left[j]
    left[i] = j
for i in range(n - 1, -1, -1):
    j = i + 1
    while j < n and h[j] >= h[i]:
        j = right[j]
    right[i] = j
print(max(h[i] * (right[i] - left[i] - 1) for i in range(n)))

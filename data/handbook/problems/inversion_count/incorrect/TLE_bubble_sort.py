n = int(input())
a = list(map(int, input().split()))
swaps = 0
for end in range(n - 1, 0, -1):
    for i in range(end):
        if a[i] > a[i + 1]:
            a[i], a[i + 1] = a[i + 1], a[i]
            swaps += 1
print(swaps)

n = int(input())
a = list(map(int, input().split()))
swaps = 0
for i in range(n):
    k = i
    for j in range(i + 1, n):
        if a[j] < a[k]:
            k = j
    if k != i:
        a[i], a[k] = a[k], a[i]
        swaps += 1
print(swaps)

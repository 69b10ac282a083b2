n = int(input())
a = list(map(int, input().split()))
i = 0
k = 0
while i < n - 1:
    if a[i] == 0:
        k = -1
        break
    i += a[i]
    k += 1
print(k)

n = int(input())
a = list(map(int, input().split()))
c = 0
for i in range(n):
    while a[i] != i + 1:
        j = a[i] - 1
        a[i], a[j] = a[j], a[i]
        c += 1
print(c)

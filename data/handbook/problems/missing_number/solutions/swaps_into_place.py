n = int(input())
a = list(map(int, input().split())) + [-1]
for i in range(n + 1):
    while a[i] >= 0 and a[i] != i:
        j = a[i]
        a[i], a[j] = a[j], a[i]
print(a.index(-1))

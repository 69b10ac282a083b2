n = int(input())
p = list(map(int, input().split()))
a = list(range(1, n + 1))
rank = 1
while a != p:
    i = n - 2
    while a[i] > a[i + 1]:
        i -= 1
    j = n - 1
    while a[j] < a[i]:
        j -= 1
    a[i], a[j] = a[j], a[i]
    a[i + 1 :] = a[: i : -1]
    rank += 1
print(rank)

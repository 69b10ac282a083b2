n = int(input())
a = list(map(int, input().split()))
b = sorted(a)


def dfs(left):
    if a == b:
        return True
    if left == 0:
        return False
    i = 0
    while a[i] == b[i]:
        i += 1
    for j in range(i + 1, n):
        a[i], a[j] = a[j], a[i]
        if dfs(left - 1):
            return True
        a[i], a[j] = a[j], a[i]
    return False


k = 0
while not dfs(k):
    k += 1
print(k)

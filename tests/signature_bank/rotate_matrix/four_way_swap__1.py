n = int(input())
a = [input().split() for _ in range(n)]
for layer in range(n // 2):
    last = n - 1 - layer
    for i in range(layer, last):
        k = i - layer
        top = a[layer][i]
        a[layer][i] = a[last - k][layer]
        a[last - k][layer] = a[last][last - k]
        a[last][last - k] = a[i][last]
        a[i][last] = top
for row in a:
    print(*row)

def trees(n):
    if n == 0:
        return 1
    s = 0
    for root in range(1, n + 1):
        s += trees(root - 1) * trees(n - root)
    return s


n, m = map(int, input().split())
print(trees(n) % m)

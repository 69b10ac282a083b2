def ext(a, b):
    if b == 0:
        return a, 1, 0
    g, x, y = ext(b, a % b)
    return g, y, x - a // b * y

a, m = map(int, input().split())
g, x, _ = ext(a, m)
print(x % m)

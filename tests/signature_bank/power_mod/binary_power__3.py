def f(a, b, m):
    if b == 0:
        return 1 % m
    h = f(a, b // 2, m)
    h = h * h % m
    if b % 2:
        h = h * a % m
    return h

print(f(*map(int, input().split())))

def f(n):
    s = 0
    while n:
        s += (n % 10) ** 2
        n //= 10
    return s

input()
res = []
for x in map(int, input().split()):
    a, b = x, f(x)
    while b != 1 and a != b:
        a = f(a)
        b = f(f(b))
    res.append("YES" if b == 1 else "NO")
print(*res)

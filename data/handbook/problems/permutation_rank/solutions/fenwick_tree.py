n = int(input())
p = list(map(int, input().split()))
t = [0] * (n + 1)


def add(i):
    while i <= n:
        t[i] += 1
        i += i & -i


def query(i):
    s = 0
    while i > 0:
        s += t[i]
        i -= i & -i
    return s


ans = f = 1
for k in range(1, n + 1):
    x = p[n - k]
    ans += query(x - 1) * f
    add(x)
    f *= k
print(ans)

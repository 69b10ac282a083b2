def gcd(a, b):
    if a == 0 or b == 0:
        return a | b
    shift = 0
    while not (a | b) & 1:
        a >>= 1
        b >>= 1
        shift += 1
    while not a & 1:
        a >>= 1
    while b:
        while not b & 1:
            b >>= 1
        if a > b:
            a, b = b, a
        b -= a
    return a << shift


n = int(input())
g = 0
for x in map(int, input().split()):
    g = gcd(g, x)
print(g)

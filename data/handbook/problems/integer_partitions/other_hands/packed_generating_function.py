W = 20  # bits of a coefficient, p(26) fits well


def geometric(k, n):
    """1 + x^k + x^2k + ... up to x^n, with x = 2^W"""
    return sum(1 << W * e for e in range(0, n + 1, k))


n = int(input())
poly = 1
for k in range(2, n + 1):
    poly = poly * geometric(k, n) % (1 << W * (n + 1))
poly = poly * geometric(1, n) >> W * n
print(poly % (1 << W))

# C(2n, n) / (n + 1) as the product of (n + k) / k, k = 2 .. n; every division is exact
import sys

n, modulus = (int(token) for token in sys.stdin.read().split())
numerator = denominator = 1
for k in range(2, n + 1):
    numerator *= n + k
    denominator *= k
print((numerator // denominator) % modulus)

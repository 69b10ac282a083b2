import sys

n = int(sys.stdin.readline()) + 1
mod = 10**9 + 7
f, g = 0, 1  # F(k), F(k + 1) for the bits of n read so far
for bit in bin(n)[2:]:
    f, g = f * (2 * g - f), f * f + g * g
    if bit == "1":
        f, g = g, f + g
    f %= mod
    g %= mod
print(f)

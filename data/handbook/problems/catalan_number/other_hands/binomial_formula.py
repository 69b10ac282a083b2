import math

keys, modulus = (int(v) for v in open(0).read().split())
good = math.comb(2 * keys, keys) - math.comb(2 * keys, keys + 1)
print(good % modulus)

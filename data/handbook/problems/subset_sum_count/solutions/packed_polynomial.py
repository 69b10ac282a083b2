# the product of (1 + x^w) in one big integer, 16 bits per coefficient
n, s = map(int, input().split())
p = 1
for w in map(int, input().split()):
    p += p << 16 * w
print(p >> 16 * s & 0xFFFF)

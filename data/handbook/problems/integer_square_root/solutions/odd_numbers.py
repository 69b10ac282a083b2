# 1 + 3 + 5 + ... + (2r - 1) = r * r
n = int(input())
odd = 1
r = 0
while n >= odd:
    n -= odd
    odd += 2
    r += 1
print(r)

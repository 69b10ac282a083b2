import math
n = int(input())
r = int(math.sqrt(n))
if r * r > n:
    r -= 1
print(r)

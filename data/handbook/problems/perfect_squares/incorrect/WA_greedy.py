n = int(input())
k = 0
while n:
    r = int(n**0.5)
    n -= r * r
    k += 1
print(k)

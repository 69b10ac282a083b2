def prime(x):
    if x < 2:
        return False
    i = 2
    while i * i <= x:
        if x % i == 0:
            return False
        i += 1
    return True

n = int(input())
c = 0
for a in range(2, n // 2 + 1):
    if prime(a) and prime(n - a):
        c += 1
print(c)

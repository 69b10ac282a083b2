def is_prime(n):
    if n < 2:
        return False
    for p in (2, 3, 5, 7, 11, 13):
        if n % p == 0:
            return n == p
    d, s = n - 1, 0
    while d % 2 == 0:
        d //= 2
        s += 1
    for base in (2, 3):  # enough below 1373653
        x = pow(base, d, n)
        if x == 1 or x == n - 1:
            continue
        for _ in range(s - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True


a, b = map(int, input().split())
count = 0
if a <= 2 <= b:
    count = 1
for n in range(max(a, 3) | 1, b + 1, 2):
    if is_prime(n):
        count += 1
print(count)

a, b = [int(x) for x in input().split()]
small = []
for k in range(2, 600):
    for p in small:
        if k % p == 0:
            break
    else:
        small.append(k)


def is_prime(k):
    if k < 2:
        return False
    for p in small:
        if p * p > k:
            return True
        if k % p == 0:
            return False
    return True


print(sum(map(is_prime, range(a, b + 1))))

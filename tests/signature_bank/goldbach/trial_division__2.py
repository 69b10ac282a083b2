from math import isqrt


def is_prime(number):
    return number > 1 and all(number % d for d in range(2, isqrt(number) + 1))


total = int(input())
print(sum(is_prime(a) and is_prime(total - a) for a in range(1, total // 2 + 1)))

import sys


def sigma(number):
    """sum of the divisors"""
    total = 0
    for d in range(1, number + 1):
        if number % d == 0:
            total += d
    return total


def main():
    n = int(sys.stdin.readline())
    weights = list(map(sigma, range(n + 1)))
    partitions = [1] * (n + 1)
    for size in range(1, n + 1):
        acc = 0
        for k in range(size):
            acc += partitions[k] * weights[size - k]
        partitions[size], remainder = divmod(acc, size)
        assert remainder == 0
    print(partitions[n])


main()

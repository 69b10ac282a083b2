import sys


def main():
    a, b = map(int, sys.stdin.readline().split())
    composite = [False] * (b + 1)
    primes = []
    for i in range(2, b + 1):
        if not composite[i]:
            primes.append(i)
        for p in primes:
            if i * p > b:
                break
            composite[i * p] = True
            if i % p == 0:
                break
    print(sum(1 for p in primes if p >= a))


main()

import sys


def nth_ugly(n: int, primes: tuple[int, ...] = (2, 3, 5)) -> int:
    ugly = [1]
    places = [0] * len(primes)
    for _ in range(n - 1):
        candidates = [ugly[place] * prime for place, prime in zip(places, primes)]
        smallest = min(candidates)
        ugly.append(smallest)
        for index, candidate in enumerate(candidates):
            if candidate == smallest:
                places[index] += 1
    return ugly[n - 1]


print(nth_ugly(int(sys.stdin.readline())))

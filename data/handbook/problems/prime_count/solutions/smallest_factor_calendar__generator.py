import sys
from itertools import takewhile
from typing import Iterator


def primes() -> Iterator[int]:
    """All primes; a composite number is announced by the primes that wait for it."""
    due: dict[int, list[int]] = {}
    number = 2
    while True:
        if number not in due:
            yield number
            due[number * number] = [number]
        else:
            for prime in due.pop(number):
                due.setdefault(number + prime, []).append(prime)
        number += 1


def main() -> None:
    low, high = map(int, sys.stdin.readline().split())
    count = 0
    for prime in takewhile(lambda p: p <= high, primes()):
        if prime >= low:
            count += 1
    print(count)


if __name__ == "__main__":
    main()

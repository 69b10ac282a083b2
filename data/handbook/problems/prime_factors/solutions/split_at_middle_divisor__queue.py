import sys
from collections import deque
from typing import Optional, Tuple


def middle_pair(n: int) -> Optional[Tuple[int, int]]:
    """The most balanced way to write n as a product of two factors above 1."""
    low = int(n**0.5) + 1
    while low * low > n:
        low -= 1
    while low > 1:
        if n % low == 0:
            return low, n // low
        low -= 1
    return None


def primes_of(n: int) -> list:
    primes = []
    queue = deque([n])
    while queue:
        m = queue.popleft()
        pair = middle_pair(m)
        if pair is None:
            primes.append(m)
        else:
            queue.extend(pair)
    primes.sort()
    return primes


if __name__ == "__main__":
    _, *tokens = sys.stdin.read().split()
    for token in tokens:
        print(" ".join(str(p) for p in primes_of(int(token))))

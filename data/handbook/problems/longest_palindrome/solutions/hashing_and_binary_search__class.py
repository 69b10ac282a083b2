import sys
from itertools import accumulate


class Hashes:
    """Polynomial hashes of all substrings."""

    modulus = 2**61 - 1
    base = 10**9 + 7

    def __init__(self, text: str) -> None:
        step = lambda h, code: (h * self.base + code) % self.modulus
        self.prefix = list(accumulate(map(ord, text), step, initial=0))
        self.power = [1]
        for _ in text:
            self.power.append(self.power[-1] * self.base % self.modulus)

    def of(self, start: int, stop: int) -> int:
        return (self.prefix[stop] - self.prefix[start] * self.power[stop - start]) % self.modulus


def longest_palindrome(text: str) -> int:
    size = len(text)
    forward = Hashes(text)
    backward = Hashes(text[::-1])

    def radius(left: int, right: int) -> int:
        """How far the letters left of `left` mirror those from `right` on."""
        good = 0
        bad = min(left, size - right) + 1
        while bad - good > 1:
            mid = (good + bad) // 2
            if backward.of(size - left, size - left + mid) == forward.of(right, right + mid):
                good = mid
            else:
                bad = mid
        return good

    odd = max(2 * radius(i, i + 1) + 1 for i in range(size))
    even = max(2 * radius(i, i) for i in range(size))
    return max(odd, even)


if __name__ == "__main__":
    print(longest_palindrome(sys.stdin.readline().strip()))

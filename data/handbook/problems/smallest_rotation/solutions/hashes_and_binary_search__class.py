import random
import sys
from functools import cmp_to_key


class PrefixHash:
    """Polynomial hashes of all substrings, modulo a prime, with a random base."""

    MOD = 2**61 - 1

    def __init__(self, text):
        self.text = text
        self.base = random.randrange(10**9, self.MOD)
        self.powers = [1]
        self.sums = [0]
        for letter in text:
            self.powers.append(self.powers[-1] * self.base % self.MOD)
            self.sums.append((self.sums[-1] * self.base + ord(letter)) % self.MOD)

    def of(self, start, length):
        return (self.sums[start + length] - self.sums[start] * self.powers[length]) % self.MOD

    def common_prefix(self, a, b, longest):
        good, bad = 0, longest + 1
        while bad - good > 1:
            middle = (good + bad) >> 1
            if self.of(a, middle) == self.of(b, middle):
                good = middle
            else:
                bad = middle
        return good


def main():
    word = sys.stdin.readline().strip()
    n = len(word)
    hashes = PrefixHash(word + word)

    def compare(a, b):
        same = hashes.common_prefix(a, b, n)
        if same == n:
            return 0
        return -1 if hashes.text[a + same] < hashes.text[b + same] else 1

    best = min(range(n), key=cmp_to_key(compare))
    print(hashes.text[best : best + n])


main()

import sys
from math import prod
from string import ascii_lowercase


def first_primes():
    found = []
    candidate = 2
    while True:
        if all(candidate % p for p in found):
            found.append(candidate)
            yield candidate
        candidate += 1


PRIME = dict(zip(ascii_lowercase, first_primes()))


def count_places(word: str, text: str) -> int:
    if len(text) < len(word):
        return 0
    signature = prod(PRIME[letter] for letter in word)
    current = prod(PRIME[letter] for letter in text[: len(word)])
    count = 1 if current == signature else 0
    for start in range(1, len(text) - len(word) + 1):
        current = current // PRIME[text[start - 1]] * PRIME[text[start + len(word) - 1]]
        if current == signature:
            count += 1
    return count


if __name__ == "__main__":
    word, text = map(str.strip, sys.stdin.readlines())
    print(count_places(word, text))

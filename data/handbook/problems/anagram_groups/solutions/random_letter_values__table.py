import sys
from random import Random


def fingerprint(word: bytes, table: list[int]) -> int:
    """The sum of the letters' random numbers; the order plays no part."""
    total = 0
    for byte in word:
        total = (total + table[byte]) % (1 << 80)
    return total


def main() -> None:
    rng = Random(20240229)
    table = [rng.randrange(1 << 80) for _ in range(256)]
    prints = set()
    for word in sys.stdin.buffer.read().split()[1:]:
        prints.add(fingerprint(word, table))
    print(len(prints))


if __name__ == "__main__":
    main()

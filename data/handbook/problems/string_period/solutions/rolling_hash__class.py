import sys

MOD = (1 << 61) - 1
BASE = 1_000_003


class Hasher:
    def __init__(self, text: str) -> None:
        self.prefix = [0]
        self.power = [1]
        for character in text:
            self.prefix.append((self.prefix[-1] * BASE + ord(character) - 96) % MOD)
            self.power.append(self.power[-1] * BASE % MOD)

    def of(self, begin: int, length: int) -> int:
        """Hash of the substring of this length."""
        end = begin + length
        return (self.prefix[end] - self.prefix[begin] * self.power[length]) % MOD


def main() -> None:
    text = sys.stdin.readline().strip()
    size = len(text)
    hasher = Hasher(text)
    answer = size
    for unit in range(1, size // 2 + 1):
        if size % unit:
            continue
        first = hasher.of(0, unit)
        if all(hasher.of(start, unit) == first for start in range(unit, size, unit)):
            answer = unit
            break
    print(answer)


if __name__ == "__main__":
    main()

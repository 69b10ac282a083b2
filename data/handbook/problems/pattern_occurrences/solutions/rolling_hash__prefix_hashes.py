import sys


class Hasher:
    MOD = (1 << 61) - 1
    BASE = 1_000_003

    def __init__(self, text):
        self.hashes = [0]
        for letter in text:
            self.hashes.append((self.hashes[-1] * self.BASE + ord(letter)) % self.MOD)

    def piece(self, start, end, power):
        return (self.hashes[end] - self.hashes[start] * power) % self.MOD


def main():
    text, pattern = sys.stdin.read().split()
    m = len(pattern)
    wanted = Hasher(pattern).hashes[-1]
    hasher = Hasher(text)
    power = pow(Hasher.BASE, m, Hasher.MOD)
    count = 0
    for start in range(len(text) - m + 1):
        if hasher.piece(start, start + m, power) == wanted:
            count += 1
    print(count)


main()

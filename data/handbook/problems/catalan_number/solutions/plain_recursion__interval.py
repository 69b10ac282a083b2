import sys


class Counter:
    def __init__(self, modulus: int) -> None:
        self.modulus = modulus

    def between(self, low: int, high: int) -> int:
        """Search trees that hold the keys low..high."""
        if low > high:
            return 1
        if low == high:
            return 1
        total = 0
        root = low
        while root <= high:
            left = self.between(low, root - 1)
            right = self.between(root + 1, high)
            total += left * right
            root += 1
        return total % self.modulus


def main() -> None:
    n, m = (int(word) for word in sys.stdin.readline().split())
    print(Counter(m).between(1, n) % m)


if __name__ == "__main__":
    main()

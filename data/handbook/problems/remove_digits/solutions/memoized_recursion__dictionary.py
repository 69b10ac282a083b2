import sys


class Strip:
    def __init__(self, digits):
        self.digits = [ord(ch) - ord("0") for ch in digits]
        self.memo = {}

    def best(self, length, keep):
        """Smallest number that keeps some digits of the first ones."""
        if keep == 0:
            return 0
        try:
            return self.memo[length, keep]
        except KeyError:
            pass
        value = self.best(length - 1, keep - 1) * 10 + self.digits[length - 1]
        if length > keep:
            without_last = self.best(length - 1, keep)
            if without_last < value:
                value = without_last
        self.memo[length, keep] = value
        return value


number, k = sys.stdin.readline().rstrip("\n").split(" ")
size = len(number)
print(Strip(number).best(size, size - int(k)))

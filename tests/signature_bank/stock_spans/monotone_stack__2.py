import sys


class StockSpanner:
    def __init__(self):
        self.stack = []

    def next(self, price: int) -> int:
        span = 1
        while self.stack and self.stack[-1][0] <= price:
            span += self.stack.pop()[1]
        self.stack.append((price, span))
        return span


def main():
    spanner = StockSpanner()
    prices = map(int, sys.stdin.read().split()[1:])
    print(" ".join(str(spanner.next(price)) for price in prices))


main()

import sys

sys.setrecursionlimit(20000)


class Purse:
    def __init__(self, coins):
        self.coins = sorted(coins, reverse=True)
        self.seen = {}

    def pay(self, amount, first=0):
        if amount <= 0:
            return int(amount == 0)
        if first == len(self.coins):
            return 0
        try:
            return self.seen[amount, first]
        except KeyError:
            pass
        without = self.pay(amount, first + 1)
        again = self.pay(amount - self.coins[first], first)
        self.seen[amount, first] = (without + again) % (10 ** 9 + 7)
        return self.seen[amount, first]


numbers = [int(t) for t in sys.stdin.read().split()]
print(Purse(numbers[2:]).pay(numbers[1]))

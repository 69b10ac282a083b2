import sys


def best_profit(prices: list[int]) -> int:
    gains = [0]
    for sell_day, sold in enumerate(prices):
        gains.extend(sold - bought for bought in prices[:sell_day])
    return max(gains)


_, *numbers = map(int, sys.stdin.read().split())
print(best_profit(numbers))

import sys
from typing import List


class Solution:
    def maxProfit(self, prices: List[int]) -> int:
        min_price = float("inf")
        max_profit = 0
        for i in range(len(prices)):
            min_price = min(min_price, prices[i])
            max_profit = max(max_profit, prices[i] - min_price)
        return max_profit


def main():
    data = sys.stdin.read().split()
    n = int(data[0])
    print(Solution().maxProfit([int(token) for token in data[1 : n + 1]]))


if __name__ == "__main__":
    main()

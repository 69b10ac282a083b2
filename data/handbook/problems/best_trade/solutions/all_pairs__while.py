def max_profit(prices: list[int]) -> int:
    """Try every day to buy with every later day to sell."""
    profit = 0
    buy = 0
    while buy < len(prices) - 1:
        sell = buy + 1
        while sell < len(prices):
            gain = prices[sell] - prices[buy]
            if gain > profit:
                profit = gain
            sell += 1
        buy += 1
    return profit


if __name__ == "__main__":
    input()
    print(max_profit([int(x) for x in input().split()]))

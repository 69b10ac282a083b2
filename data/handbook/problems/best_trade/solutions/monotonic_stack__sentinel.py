import sys


def largest_profit(prices):
    """Rising stack; when a price leaves it, the bottom of the stack is the best day to have bought."""
    stack = []
    profit = 0
    for price in prices + [-1]:
        while len(stack) > 0 and price <= stack[-1]:
            profit = max(profit, stack[-1] - stack[0])
            stack.pop()
        stack.append(price)
    return profit


def main():
    data = list(map(int, sys.stdin.read().split()))
    prices = data[1:]
    print(largest_profit(prices))


if __name__ == "__main__":
    main()

import sys
from itertools import combinations

prices = map(int, sys.stdin.read().split()[1:])
print(max((sell - buy for buy, sell in combinations(prices, 2) if sell > buy), default=0))

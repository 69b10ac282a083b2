from itertools import accumulate

_, line = open(0)
prices = [int(x) for x in line.split()]
print(max(price - low for price, low in zip(prices, accumulate(prices, min))))

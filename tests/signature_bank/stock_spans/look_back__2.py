from itertools import takewhile

input()
prices = list(map(int, input().split()))
spans = []
for day, price in enumerate(prices):
    spans.append(sum(1 for _ in takewhile(lambda p: p <= price, reversed(prices[: day + 1]))))
print(" ".join(map(str, spans)))

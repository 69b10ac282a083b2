import sys


def cheapest_network(n, offers):
    price = {}
    for a, b, c in offers:
        for pair in ((a, b), (b, a)):
            if pair not in price or price[pair] > c:
                price[pair] = c

    outside = {v: price.get((n, v)) for v in range(1, n)}
    total = 0
    while outside:
        reachable = [v for v in outside if outside[v] is not None]
        if not reachable:
            return -1
        v = min(reachable, key=outside.get)
        total += outside.pop(v)
        for u, old in outside.items():
            new = price.get((v, u))
            if new is not None and (old is None or new < old):
                outside[u] = new
    return total


lines = [tuple(map(int, line.split())) for line in sys.stdin if line.strip()]
print(cheapest_network(lines[0][0], lines[1:]))

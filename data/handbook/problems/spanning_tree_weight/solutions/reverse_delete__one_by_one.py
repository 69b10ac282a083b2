# from the dearest cable down: cut it if its two ends stay joined without it
import sys


def joined(cables: dict, start: int, goal: int) -> bool:
    todo = [start]
    seen = set(todo)
    while todo:
        house = todo.pop()
        if house == goal:
            return True
        for neighbour in cables[house]:
            if neighbour not in seen:
                seen.add(neighbour)
                todo.append(neighbour)
    return False


def main() -> None:
    n, m = map(int, sys.stdin.readline().split())
    cheapest: dict[tuple[int, int], int] = {}
    for line in sys.stdin:
        a, b, c = map(int, line.split())
        pair = (min(a, b), max(a, b))
        cheapest[pair] = min(c, cheapest.get(pair, c))
    cables: dict[int, set[int]] = {house: set() for house in range(1, n + 1)}
    for a, b in cheapest:
        cables[a].add(b)
        cables[b].add(a)
    if not all(joined(cables, 1, house) for house in cables):
        print(-1)
        return
    price = sum(cheapest.values())
    for (a, b), c in sorted(cheapest.items(), key=lambda item: item[1], reverse=True):
        cables[a].remove(b)
        cables[b].remove(a)
        if joined(cables, a, b):
            price -= c
        else:
            cables[a].add(b)
            cables[b].add(a)
    print(price)


main()

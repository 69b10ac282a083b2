import sys


class Item:
    def __init__(self, weight, value):
        self.weight, self.value = weight, value

    def __lt__(self, other):
        return self.value * other.weight > other.value * self.weight


def main():
    lines = sys.stdin.read().split("\n")
    n, cap = map(int, lines[0].split())
    items = sorted(Item(*map(int, ln.split())) for ln in lines[1 : n + 1])
    record = 0

    def hope(k, free):
        extra = 0
        for it in items[k:]:
            if it.weight > free:
                # part of an item, rounded down
                extra += it.value * free // it.weight
                break
            free -= it.weight
            extra += it.value
        return extra

    def explore(k, free, gained):
        nonlocal record
        if k == n:
            record = max(record, gained)
            return
        for take in (1, 0):
            left = free - take * items[k].weight
            have = gained + take * items[k].value
            if left >= 0 and have + hope(k + 1, left) > record:
                explore(k + 1, left, have)

    explore(0, cap, 0)
    print(record)


main()

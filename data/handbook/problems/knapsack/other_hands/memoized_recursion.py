import sys


def steal(loot, cap):
    table = [[-1] * (cap + 1) for _ in loot]

    def f(i, room):
        if i < 0:
            return 0
        if table[i][room] >= 0:
            return table[i][room]
        size, price = loot[i]
        skip = f(i - 1, room)
        take = price + f(i - 1, room - size) if size <= room else 0
        table[i][room] = skip if skip > take else take
        return table[i][room]

    return f(len(loot) - 1, cap)


n, cap = map(int, sys.stdin.readline().split())
loot = []
for line in sys.stdin:
    if line.strip():
        loot.append(tuple(map(int, line.split())))
print(steal(loot, cap))

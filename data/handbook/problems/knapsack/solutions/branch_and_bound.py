n, w = map(int, input().split())
items = [tuple(map(int, input().split())) for _ in range(n)]
items.sort(key=lambda p: -p[1] / p[0])
best = 0


def bound(i, room):
    total = 0
    while i < n and items[i][0] <= room:
        room -= items[i][0]
        total += items[i][1]
        i += 1
    if i < n:
        total += items[i][1] * room / items[i][0]
    return total


def go(i, room, value):
    global best
    best = max(best, value)
    if i == n or value + bound(i, room) <= best:
        return
    if items[i][0] <= room:
        go(i + 1, room - items[i][0], value + items[i][1])
    go(i + 1, room, value)


go(0, w, 0)
print(best)

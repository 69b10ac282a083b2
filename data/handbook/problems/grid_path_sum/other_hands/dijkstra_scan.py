rows, cols = (int(t) for t in input().split())
toll = [[int(t) for t in input().split()] for _ in range(rows)]
goal = (rows - 1, cols - 1)

open_ = {(0, 0): toll[0][0]}
closed = set()
current = None
while current != goal:
    cost = None
    for block, price in open_.items():
        if cost is None or price < cost:
            current, cost = block, price
    del open_[current]
    closed.add(current)
    y, x = current
    for ny, nx in ((y, x + 1), (y + 1, x)):
        if ny == rows or nx == cols or (ny, nx) in closed:
            continue
        offer = cost + toll[ny][nx]
        if offer < open_.get((ny, nx), offer + 1):
            open_[ny, nx] = offer
print(cost)

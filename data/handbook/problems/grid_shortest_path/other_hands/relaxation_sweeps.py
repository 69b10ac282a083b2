import sys

FAR = 99999


def main():
    lines = sys.stdin.read().split()
    h, w = int(lines[0]), int(lines[1])
    cost = [[FAR] * (w + 2) for _ in range(h + 2)]
    downhill, uphill = [], []
    for i, line in enumerate(lines[2:], 1):
        for j, ch in enumerate(line, 1):
            if ch == "#":
                continue
            downhill.append((i, j))
            if ch == "S":
                cost[i][j] = 0
            elif ch == "T":
                goal = i, j
    uphill = downhill[::-1]

    while True:
        changes = 0
        # from above and from the left, then from below and from the right
        for cells, side in ((downhill, -1), (uphill, 1)):
            for i, j in cells:
                offer = 1 + min(cost[i + side][j], cost[i][j + side])
                if offer < cost[i][j]:
                    cost[i][j] = offer
                    changes += 1
        if not changes:
            break
    result = cost[goal[0]][goal[1]]
    print(result if result < FAR else -1)


main()

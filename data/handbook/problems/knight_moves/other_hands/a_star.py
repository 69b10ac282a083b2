import sys
from heapq import heappush, heappop
from itertools import product

size, r0, c0, r1, c1 = map(int, sys.stdin.read().split())


def estimate(sq):
    row, col = divmod(sq, size)
    down, over = abs(row - r1 + 1), abs(col - c1 + 1)
    return max(-(-down // 2), -(-over // 2), -(-(down + over) // 3))


def jumps(sq):
    row, col = divmod(sq, size)
    for a, b in product((-2, -1, 1, 2), repeat=2):
        if abs(a) != abs(b) and row + a in range(size) and col + b in range(size):
            yield (row + a) * size + col + b


def search(source, target):
    walked = [-1] * (size * size)
    frontier = []
    heappush(frontier, (estimate(source), 0, source))
    while frontier:
        _, moves, sq = heappop(frontier)
        if walked[sq] >= 0 and walked[sq] <= moves:
            continue
        if sq == target:
            return moves
        walked[sq] = moves
        for other in jumps(sq):
            if walked[other] < 0 or walked[other] > moves + 1:
                heappush(frontier, (moves + 1 + estimate(other), moves + 1, other))
    return -1


print(search((r0 - 1) * size + c0 - 1, (r1 - 1) * size + c1 - 1))

import heapq
import sys


def main():
    tok = sys.stdin.read().split()
    rows, cols = int(tok[0]), int(tok[1])
    width = cols + 2
    field = "#" * width
    for line in tok[2:]:
        field += "#" + line + "#"
    field += "#" * width
    here, goal = field.index("S"), field.index("T")
    gy, gx = divmod(goal, width)
    # the guess for every square, made beforehand
    guess = [abs(p // width - gy) + abs(p % width - gx) for p in range(len(field))]
    best = [10**9] * len(field)
    best[here] = 0
    shut = bytearray(len(field))
    heap = [(guess[here], guess[here], here)]
    while heap:
        f, hh, p = heapq.heappop(heap)
        if shut[p]:
            continue
        shut[p] = 1
        if p == goal:
            return f
        g = f - hh + 1
        for q in (p + 1, p - 1, p + width, p - width):
            if field[q] != "#" and not shut[q] and best[q] > g:
                best[q] = g
                heapq.heappush(heap, (g + guess[q], guess[q], q))
    return -1


print(main())

import sys


def survivor(n: int, k: int) -> int:
    right = [i + 1 for i in range(n + 1)]
    left = [i - 1 for i in range(n + 1)]
    right[n] = 1
    left[1] = n
    cur = 1
    size = n
    while right[cur] != cur:
        jump = (k - 1) % size
        if jump * 2 <= size:
            for _ in range(jump):
                cur = right[cur]
        else:
            for _ in range(size - jump):
                cur = left[cur]
        a, b = left[cur], right[cur]
        right[a], left[b] = b, a
        cur = b
        size -= 1
    return cur


print(survivor(*map(int, sys.stdin.readline().split())))

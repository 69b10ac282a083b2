from sys import stdin


def solve() -> int:
    it = iter(list(map(int, stdin.buffer.read().split())))
    n = next(it)
    came = [0] * 501
    left = [0] * 501
    for _ in range(n):
        came[next(it)] += 1
        left[next(it)] += 1
    inside = 0
    record = 0
    minute = 0
    while minute <= 500:
        inside += came[minute]
        if inside > record:
            record = inside
        # they stay to the end of the minute
        inside -= left[minute]
        minute += 1
    return record


if __name__ == "__main__":
    print(solve())

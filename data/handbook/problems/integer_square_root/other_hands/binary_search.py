import sys


def floor_root(value: int) -> int:
    low, high = 0, 1 << 16
    while low < high:
        # upper middle, so that low can always move
        probe = low + (high - low + 1) // 2
        if probe * probe > value:
            high = probe - 1
        else:
            low = probe
    return low


print(floor_root(int(sys.stdin.readline())))

import sys


def solve(target: float) -> float:
    low, high = 0.0, 1.0
    while high * high * high + high < target:
        high *= 2
    while high - low > 1e-10:
        middle = low + (high - low) / 2
        if middle * middle * middle + middle <= target:
            low = middle
        else:
            high = middle
    return low


print(f"{solve(float(sys.stdin.read())):.6f}")

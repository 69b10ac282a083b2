import sys
from math import prod


def main() -> None:
    nums = [int(t) for t in sys.stdin.read().split()][1:]
    zero_count = sum(1 for v in nums if v == 0)
    total = prod(v for v in nums if v)
    if zero_count >= 2:
        answer = [0] * len(nums)
    elif zero_count:
        answer = [0 if v else total for v in nums]
    else:
        answer = [total // v for v in nums]
    print(*answer)


main()

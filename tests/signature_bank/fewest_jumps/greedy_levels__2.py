import sys


def jump(nums: list[int]) -> int:
    steps = 0
    left = right = 0
    while right < len(nums) - 1:
        farthest = max(i + nums[i] for i in range(left, right + 1))
        left, right = right + 1, farthest
        steps += 1
    return steps


if __name__ == "__main__":
    print(jump(list(map(int, sys.stdin.read().split()))[1:]))

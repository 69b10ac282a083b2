import sys

sys.setrecursionlimit(10**4)
s = sys.stdin.readline().strip()


def arms(left: int, right: int) -> int:
    if left < 0 or right == len(s) or s[left] != s[right]:
        return 0
    return 1 + arms(left - 1, right + 1)


print(sum(arms(i, i) + arms(i, i + 1) for i in range(len(s))))

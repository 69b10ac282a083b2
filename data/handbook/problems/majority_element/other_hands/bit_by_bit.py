import sys

n, *nums = map(int, sys.stdin.read().split())
words = [format(x, "020b") for x in nums]
guess = int("".join("1" if column.count("1") > n // 2 else "0" for column in zip(*words)), 2)
if sum(x == guess for x in nums) > n // 2:
    print(guess)
else:
    print(-1)

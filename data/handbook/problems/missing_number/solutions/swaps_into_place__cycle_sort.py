import sys


def main():
    n, *nums = map(int, sys.stdin.read().split())
    i = 0
    while i < n:
        home = nums[i]
        if home < n and nums[home] != home:
            nums[home], nums[i] = nums[i], nums[home]
        else:
            i += 1
    answer = n
    for i, value in enumerate(nums):
        if value != i:
            answer = i
            break
    print(answer)


main()

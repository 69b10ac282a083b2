from math import prod

input()
nums = [int(x) for x in input().split()]
print(*(prod(nums[:i] + nums[i + 1 :]) for i in range(len(nums))))

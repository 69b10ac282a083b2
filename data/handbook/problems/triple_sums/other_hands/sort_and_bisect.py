import bisect
import sys

head, body = sys.stdin.read().strip().split("\n")
s = int(head.split()[1])
nums = list(map(int, body.split()))
nums.sort()
found = 0
k = len(nums) - 1
while k >= 2:
    for j in range(k - 1, 0, -1):
        rest = s - nums[k] - nums[j]
        lo = bisect.bisect_left(nums, rest, 0, j)
        if lo < j and nums[lo] == rest:
            found += bisect.bisect(nums, rest, lo, j) - lo
    k -= 1
print(found)

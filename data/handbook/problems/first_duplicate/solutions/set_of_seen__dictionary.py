import sys

input = sys.stdin.readline


class Solution:
    def firstDuplicate(self, nums):
        count = {}
        for num in nums:
            count[num] = count.get(num, 0) + 1
            if count[num] == 2:
                return num
        return -1


input()
print(Solution().firstDuplicate(list(map(int, input().split()))))

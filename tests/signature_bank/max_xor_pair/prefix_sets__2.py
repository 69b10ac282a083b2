class Solution:
    def findMaximumXOR(self, nums: list[int]) -> int:
        best = 0
        for shift in range(31, -1, -1):
            best <<= 1
            prefixes = {num >> shift for num in nums}
            if any((best | 1) ^ prefix in prefixes for prefix in prefixes):
                best += 1
        return best


input()
print(Solution().findMaximumXOR([int(x) for x in input().split()]))

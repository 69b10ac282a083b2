class Solution:
    def lengthOfLIS(self, nums):
        piles = []  # top of every pile
        for num in nums:
            low, high = 0, len(piles)
            while low < high:
                mid = (low + high) // 2
                if piles[mid] >= num:
                    high = mid
                else:
                    low = mid + 1
            if low < len(piles):
                piles[low] = num
            else:
                piles.append(num)
        return len(piles)


input()
print(Solution().lengthOfLIS(list(map(int, input().split()))))

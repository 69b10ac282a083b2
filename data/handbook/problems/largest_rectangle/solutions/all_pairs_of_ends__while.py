class Solution:
    def largestRectangleArea(self, heights):
        result = 0
        end = len(heights)
        while end > 0:
            lowest = heights[end - 1]
            start = end
            while start > 0:
                start -= 1
                lowest = min(lowest, heights[start])
                result = max(result, (end - start) * lowest)
            end -= 1
        return result


_ = input()
print(Solution().largestRectangleArea(list(map(int, input().split()))))

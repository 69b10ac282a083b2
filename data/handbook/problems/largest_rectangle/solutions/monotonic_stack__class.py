from typing import List, Tuple


class Solution:
    def largestRectangleArea(self, heights: List[int]) -> int:
        """The stack holds rising heights with the leftmost position that they reach back to."""
        stack: List[Tuple[int, int]] = []
        max_area = 0
        for index, height in enumerate(heights):
            start = index
            while stack and stack[-1][1] > height:
                start, tall = stack.pop()
                max_area = max(max_area, tall * (index - start))
            stack.append((start, height))
        for start, tall in stack:
            max_area = max(max_area, tall * (len(heights) - start))
        return max_area


import sys

print(Solution().largestRectangleArea([int(x) for x in sys.stdin.read().split()[1:]]))

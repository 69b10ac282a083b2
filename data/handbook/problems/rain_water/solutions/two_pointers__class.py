from typing import List


class Solution:
    def trap(self, height: List[int]) -> int:
        """The lower of the two sides decides; move it inwards."""
        if len(height) < 3:
            return 0
        left, right = 0, len(height) - 1
        max_left, max_right = height[left], height[right]
        water = 0
        while left < right:
            if height[left] < height[right]:
                left += 1
                if height[left] >= max_left:
                    max_left = height[left]
                else:
                    water += max_left - height[left]
            else:
                right -= 1
                if height[right] >= max_right:
                    max_right = height[right]
                else:
                    water += max_right - height[right]
        return water


def main() -> None:
    input()
    print(Solution().trap([int(token) for token in input().split()]))


if __name__ == "__main__":
    main()

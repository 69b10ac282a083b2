import sys


class Solution:
    def sortColors(self, nums):
        red, white, blue = 0, 0, len(nums) - 1
        while white <= blue:
            colour = nums[white]
            if colour == 1:
                white += 1
            elif colour == 0:
                nums[red], nums[white] = nums[white], nums[red]
                red, white = red + 1, white + 1
            else:
                nums[white], nums[blue] = nums[blue], nums[white]
                blue -= 1


balls = list(map(int, sys.stdin.read().split()))[1:]
Solution().sortColors(balls)
print(" ".join(map(str, balls)))

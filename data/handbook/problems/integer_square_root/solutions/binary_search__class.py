class Solution:
    def mySqrt(self, x: int) -> int:
        """Binary search over the answer."""
        if x < 2:
            return x
        left, right = 1, x // 2
        answer = 1
        while left <= right:
            middle = left + (right - left) // 2
            square = middle * middle
            if square == x:
                return middle
            if square < x:
                answer = middle
                left = middle + 1
            else:
                right = middle - 1
        return answer


print(Solution().mySqrt(int(input())))

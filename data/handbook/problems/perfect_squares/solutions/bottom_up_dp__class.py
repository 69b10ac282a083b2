from math import isqrt


class Solution:
    def numSquares(self, n: int) -> int:
        squares = [k * k for k in range(1, isqrt(n) + 1)]
        fewest = [float("inf")] * (n + 1)
        fewest[0] = 0
        # unbounded coin change, the coins are the squares
        for square in squares:
            for total in range(square, n + 1):
                if fewest[total - square] + 1 < fewest[total]:
                    fewest[total] = fewest[total - square] + 1
        return fewest[n]


print(Solution().numSquares(int(input())))

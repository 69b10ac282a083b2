class Solution:
    def numSquares(self, n):
        squares = [i * i for i in range(1, int(n**0.5) + 1)]
        level = {n}
        steps = 0
        while level:
            if 0 in level:
                return steps
            steps += 1
            level = {rest - sq for rest in level for sq in squares if rest >= sq}
        return -1


print(Solution().numSquares(int(input())))

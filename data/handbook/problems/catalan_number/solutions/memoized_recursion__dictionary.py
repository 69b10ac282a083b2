import sys


class Solution:
    def __init__(self):
        self.memo = {0: 1, 1: 1}

    def numTrees(self, n):
        if n not in self.memo:
            ways = 0
            for left in range(n):
                right = n - 1 - left
                # any left subtree goes with any right subtree
                ways += self.numTrees(left) * self.numTrees(right)
            self.memo[n] = ways
        return self.memo[n]


data = sys.stdin.read().split()
keys = int(data[0])
modulus = int(data[1])
answer = Solution().numTrees(keys)
print(answer % modulus)

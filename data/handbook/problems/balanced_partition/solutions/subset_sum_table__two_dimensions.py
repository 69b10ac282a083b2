from typing import List


class Solution:
    def minimumDifference(self, arr: List[int]) -> int:
        n = len(arr)
        total = sum(arr)
        dp = [[False for _ in range(total + 1)] for _ in range(n + 1)]
        for i in range(n + 1):
            dp[i][0] = True
        for i in range(1, n + 1):
            for j in range(1, total + 1):
                dp[i][j] = dp[i - 1][j]
                if arr[i - 1] <= j:
                    dp[i][j] = dp[i][j] or dp[i - 1][j - arr[i - 1]]
        answer = total
        for j in range(total // 2 + 1):
            if dp[n][j]:
                answer = min(answer, total - 2 * j)
        return answer


if __name__ == "__main__":
    input()
    print(Solution().minimumDifference([int(t) for t in input().split()]))

class Solution:
    def minCut(self, s: str) -> int:
        cut = [i - 1 for i in range(len(s) + 1)]

        def expand(left: int, right: int) -> None:
            while left >= 0 and right < len(s) and s[left] == s[right]:
                if cut[left] + 1 < cut[right + 1]:
                    cut[right + 1] = cut[left] + 1
                left -= 1
                right += 1

        for centre in range(len(s)):
            expand(centre, centre)
            expand(centre, centre + 1)
        return cut[-1]


print(Solution().minCut(input()))

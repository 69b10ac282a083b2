class Solution:
    def countSubstrings(self, s):
        n = len(s)
        good = {(i, i) for i in range(n)} | {(i + 1, i) for i in range(n)}
        count, length = n, 2
        while length <= n:
            left = 0
            while left + length <= n:
                right = left + length - 1
                if s[left] == s[right] and (left + 1, right - 1) in good:
                    good.add((left, right))
                    count += 1
                left += 1
            length += 1
        return count


print(Solution().countSubstrings(input()))

class Solution:
    def lengthOfLongestSubstring(self, s: str) -> int:
        window = set()
        left = right = 0
        longest = 0
        while right < len(s):
            if s[right] not in window:
                window.add(s[right])
                right += 1
                longest = max(longest, len(window))
            else:
                window.discard(s[left])
                left += 1
        return longest


if __name__ == "__main__":
    text = input().strip()
    print(Solution().lengthOfLongestSubstring(text))

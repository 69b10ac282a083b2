import sys
from typing import List


class Solution:
    def least_rotation(self, word: str) -> int:
        n = len(word)
        failure: List[int] = [-1] * (2 * n)
        start = 0
        for pos in range(1, 2 * n):
            letter = word[pos % n]
            border = failure[pos - start - 1]
            while border != -1:
                expected = word[(start + border + 1) % n]
                if letter == expected:
                    break
                if letter < expected:
                    start = pos - border - 1
                border = failure[border]
            if border == -1 and letter != word[start % n]:
                if letter < word[start % n]:
                    start = pos
                failure[pos - start] = -1
            else:
                failure[pos - start] = border + 1
        return start % n


if __name__ == "__main__":
    word = sys.stdin.read().strip()
    at = Solution().least_rotation(word)
    print("".join([word[at:], word[:at]]))

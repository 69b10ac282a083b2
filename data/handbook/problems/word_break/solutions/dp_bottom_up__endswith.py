import sys
from typing import List, Set


class Solution:
    def countBreaks(self, s: str, wordDict: Set[str]) -> int:
        ways: List[int] = [1]
        for end in range(1, len(s) + 1):
            prefix = s[:end]
            total = 0
            for word in wordDict:
                if prefix.endswith(word):
                    total += ways[end - len(word)]
            ways.append(total)
        return ways[-1]


def main() -> None:
    text, _, *words = sys.stdin.read().split()
    print(Solution().countBreaks(text, set(words)))


if __name__ == "__main__":
    main()

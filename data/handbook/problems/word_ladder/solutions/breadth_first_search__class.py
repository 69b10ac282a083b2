import collections
import string
import sys
from typing import List


class Solution:
    def ladderLength(self, beginWord: str, endWord: str, wordList: List[str]) -> int:
        allowed = set(wordList)
        if endWord not in allowed:
            return -1
        distance = {beginWord: 0}
        queue = collections.deque([beginWord])
        while queue:
            word = queue.popleft()
            if word == endWord:
                return distance[word]
            for i in range(len(word)):
                for letter in string.ascii_lowercase:
                    candidate = word[:i] + letter + word[i + 1 :]
                    if candidate in allowed and candidate not in distance:
                        distance[candidate] = distance[word] + 1
                        queue.append(candidate)
        return -1


def main() -> None:
    begin, end, _, *word_list = sys.stdin.read().split()
    print(Solution().ladderLength(begin, end, word_list))


if __name__ == "__main__":
    main()

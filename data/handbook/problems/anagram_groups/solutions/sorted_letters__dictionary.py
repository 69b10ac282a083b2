import sys
from collections import defaultdict
from typing import Dict, List


class Solution:
    def groupAnagrams(self, strs: List[str]) -> List[List[str]]:
        groups: Dict[str, List[str]] = defaultdict(list)
        for word in strs:
            letters = list(word)
            letters.sort()
            groups["".join(letters)].append(word)
        return list(groups.values())


if __name__ == "__main__":
    print(len(Solution().groupAnagrams(sys.stdin.read().split()[1:])))

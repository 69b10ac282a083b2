import sys
from typing import List


class Solution:
    def leastInterval(self, tasks: List[str], n: int) -> int:
        freq = [0] * 26
        for task in tasks:
            freq[ord(task) - ord("A")] += 1
        highest = max(freq)
        how_many = 0
        for f in freq:
            if f == highest:
                how_many += 1
        # highest - 1 full frames and the last one
        needed = (highest - 1) * (n + 1) + how_many
        if needed < len(tasks):
            return len(tasks)
        return needed


def main():
    cooldown, tasks = sys.stdin.read().split()
    print(Solution().leastInterval(list(tasks), int(cooldown)))


if __name__ == "__main__":
    main()

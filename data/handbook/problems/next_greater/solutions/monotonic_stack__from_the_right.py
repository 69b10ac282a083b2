import sys
from typing import List


class Solution:
    def nextGreater(self, nums: List[int]) -> List[int]:
        result: List[int] = []
        candidates: List[int] = []  # falling towards the top
        for num in reversed(nums):
            while candidates:
                if candidates[-1] > num:
                    break
                candidates.pop()
            if candidates:
                result.append(candidates[-1])
            else:
                result.append(-1)
            candidates.append(num)
        result.reverse()
        return result


def main() -> None:
    data = sys.stdin.read().split()
    print(*Solution().nextGreater(list(map(int, data[1:]))))


if __name__ == "__main__":
    main()

import sys
from math import factorial
from typing import List, Tuple


class Solution:
    def countSmaller(self, nums: List[int]) -> List[int]:
        counts = [0] * len(nums)

        def merge_sort(items: List[Tuple[int, int]]) -> List[Tuple[int, int]]:
            if len(items) <= 1:
                return items
            mid = len(items) // 2
            left = merge_sort(items[:mid])
            right = merge_sort(items[mid:])
            merged = []
            i = j = 0
            while i < len(left) or j < len(right):
                if j == len(right) or (i < len(left) and left[i] <= right[j]):
                    counts[left[i][1]] += j
                    merged.append(left[i])
                    i += 1
                else:
                    merged.append(right[j])
                    j += 1
            return merged

        merge_sort([(value, index) for index, value in enumerate(nums)])
        return counts


def main() -> None:
    n, *p = map(int, sys.stdin.read().split())
    total = 1
    for i, count in enumerate(Solution().countSmaller(p)):
        total += count * factorial(n - 1 - i)
    print(total)


if __name__ == "__main__":
    main()

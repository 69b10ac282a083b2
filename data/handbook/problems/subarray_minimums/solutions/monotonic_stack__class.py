import sys
from typing import List


class Solution:
    def sumSubarrayMins(self, arr: List[int]) -> int:
        n = len(arr)
        stack: List[int] = []
        result = 0
        for i in range(n + 1):
            # at the end everything still on the stack is closed
            while stack and (i == n or arr[stack[-1]] >= arr[i]):
                mid = stack.pop()
                left = stack[-1] if stack else -1
                result += arr[mid] * (mid - left) * (i - mid)
            stack.append(i)
        return result


def main() -> None:
    data = sys.stdin.read().split()
    print(Solution().sumSubarrayMins([int(x) for x in data[1:]]))


if __name__ == "__main__":
    main()

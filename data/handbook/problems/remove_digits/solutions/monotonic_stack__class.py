from typing import List


class Solution:
    def removeKdigits(self, num: str, k: int) -> str:
        n = len(num)
        keep = n - k
        stack: List[str] = [""] * n
        top = 0
        for i in range(n):
            # may pop only while the digits to come can still fill the places
            while top > 0 and num[i] < stack[top - 1] and top - 1 + n - i >= keep:
                top -= 1
            if top < keep:
                stack[top] = num[i]
                top += 1
        i = 0
        while i < keep - 1 and stack[i] == "0":
            i += 1
        result = "".join(stack[i:keep])
        return result if result else "0"


if __name__ == "__main__":
    num, k = input().split()
    print(Solution().removeKdigits(num, int(k)))

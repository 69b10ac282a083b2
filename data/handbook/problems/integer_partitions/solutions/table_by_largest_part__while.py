import sys


class Solution:
    def partitions(self, number: int) -> int:
        table = [0] * (number + 1)
        table[0] = 1
        largest = 1
        while largest <= number:
            total = largest
            while total <= number:
                table[total] = table[total] + table[total - largest]
                total += 1
            largest += 1
        return table[-1]


print(Solution().partitions(int(sys.stdin.readline())))

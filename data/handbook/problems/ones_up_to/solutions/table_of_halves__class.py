from typing import List


class Solution:
    def countBits(self, n: int) -> List[int]:
        result = [0]
        for i in range(1, n + 1):
            if i % 2 == 0:
                result.append(result[i // 2])
            else:
                result.append(result[i // 2] + 1)
        return result


def main():
    n = int(input().strip())
    total = 0
    for bits in Solution().countBits(n):
        total += bits
    print(total)


if __name__ == "__main__":
    main()

from typing import List


class Solution:
    def superEggDrop(self, K: int, N: int) -> int:
        prev: List[int] = [i for i in range(N + 1)]
        k = 2
        while k <= K:
            cur = [0]
            opt = 1
            for floors in range(1, N + 1):
                # move on while the next floor is not worse
                while opt < floors:
                    here = max(prev[opt - 1], cur[floors - opt])
                    following = max(prev[opt], cur[floors - opt - 1])
                    if following > here:
                        break
                    opt += 1
                cur.append(1 + max(prev[opt - 1], cur[floors - opt]))
            prev = cur
            k += 1
        return prev[N]


if __name__ == "__main__":
    K, N = map(int, input().split())
    print(Solution().superEggDrop(K, N))

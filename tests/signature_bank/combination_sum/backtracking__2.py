from typing import List


class Solution:
    def combinationSum(self, candidates: List[int], target: int) -> List[List[int]]:
        answer = []

        def dfs(index: int, path: List[int], remaining: int) -> None:
            if remaining == 0:
                answer.append(list(path))
                return
            if index == len(candidates) or remaining < 0:
                return
            path.append(candidates[index])
            dfs(index, path, remaining - candidates[index])
            path.pop()
            dfs(index + 1, path, remaining)

        candidates.sort()
        dfs(0, [], target)
        return answer


target = int(input())
for combo in Solution().combinationSum(list(map(int, input().split())), target):
    print(" ".join(map(str, combo)))

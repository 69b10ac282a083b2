from collections import deque


def solve(nums):
    visited = {0}
    queue = deque([(0, 0)])
    while queue:
        pos, steps = queue.popleft()
        if pos == len(nums) - 1:
            return steps
        for k in range(1, nums[pos] + 1):
            nxt = pos + k
            if nxt < len(nums) and nxt not in visited:
                visited.add(nxt)
                queue.append((nxt, steps + 1))
    return -1


input()
print(solve([*map(int, input().split())]))

import heapq
from collections import defaultdict
from typing import Dict, List, Tuple


class Solution:
    def minimumCost(self, n: int, connections: List[List[int]]) -> int:
        graph: Dict[int, List[Tuple[int, int]]] = defaultdict(list)
        for a, b, c in connections:
            graph[a].append((b, c))
            graph[b].append((a, c))

        visited = [False] * (n + 1)
        heap = [(0, n)]
        count = total = 0
        while heap and count < n:
            cost, node = heapq.heappop(heap)
            if visited[node]:
                continue
            visited[node] = True
            count += 1
            total += cost
            for neighbour, price in graph[node]:
                if not visited[neighbour]:
                    heapq.heappush(heap, (price, neighbour))
        return total if count == n else -1


n, m = map(int, input().split())
print(Solution().minimumCost(n, [[int(x) for x in input().split()] for _ in range(m)]))

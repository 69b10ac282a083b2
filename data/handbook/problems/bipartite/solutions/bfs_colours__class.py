import sys
from collections import defaultdict, deque
from typing import Dict, List


class Solution:
    def isBipartite(self, n: int, graph: Dict[int, List[int]]) -> bool:
        team: Dict[int, int] = {}
        for start in range(1, n + 1):
            if start in team:
                continue
            team[start] = 1
            queue = deque()
            queue.append(start)
            while queue:
                person = queue.popleft()
                for rival in graph[person]:
                    if rival not in team:
                        team[rival] = -team[person]
                        queue.append(rival)
                    elif team[rival] == team[person]:
                        return False
        return True


def main() -> None:
    data = sys.stdin.read().split()
    n, m = int(data[0]), int(data[1])
    graph = defaultdict(list)
    for i in range(m):
        u = int(data[2 + 2 * i])
        v = int(data[3 + 2 * i])
        graph[u].append(v)
        graph[v].append(u)
    print("YES" if Solution().isBipartite(n, graph) else "NO")


if __name__ == "__main__":
    main()

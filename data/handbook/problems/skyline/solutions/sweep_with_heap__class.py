import sys
from heapq import heappop, heappush
from typing import List


class Solution:
    def getSkyline(self, buildings: List[List[int]]) -> List[List[int]]:
        buildings.sort()
        res = []
        live = []
        i, n = 0, len(buildings)
        while i < n or live:
            # next x: a new building or the end of the highest one
            if live and (i == n or live[0][1] < buildings[i][0]):
                x = live[0][1]
            else:
                x = buildings[i][0]
            while i < n and buildings[i][0] == x:
                heappush(live, (-buildings[i][2], buildings[i][1]))
                i += 1
            while live and live[0][1] <= x:
                heappop(live)
            height = -live[0][0] if live else 0
            if not res or res[-1][1] != height:
                res.append([x, height])
        return res


data = list(map(int, sys.stdin.read().split()))
town = [data[k : k + 3] for k in range(1, len(data), 3)]
for x, y in Solution().getSkyline(town):
    print(x, y)

import sys


class Solution:
    def cheapest(self, n, edges):
        inf = 10**12
        price = [0] + [inf] * (n - 1)
        round_number = 1
        while round_number < n:
            k = 0
            while k < len(edges):
                u, v, w = edges[k]
                if price[u - 1] != inf:
                    price[v - 1] = min(price[v - 1], price[u - 1] + w)
                k += 1
            round_number += 1
        return -1 if price[n - 1] == inf else price[n - 1]


data = list(map(int, sys.stdin.read().split()))
edges = [tuple(data[i:i + 3]) for i in range(2, len(data), 3)]
print(Solution().cheapest(data[0], edges))

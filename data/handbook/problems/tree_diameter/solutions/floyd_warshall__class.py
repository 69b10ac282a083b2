import sys


class Solution:
    def diameter(self, n, edges):
        far = n + 1
        dist = []
        for i in range(n):
            dist.append([far] * i + [0] + [far] * (n - i - 1))
        for a, b in edges:
            dist[a - 1][b - 1] = 1
            dist[b - 1][a - 1] = 1
        for via in range(n):
            row = dist[via]
            for line in dist:
                to_via = line[via]
                if to_via == far:
                    continue
                for target in range(n):
                    if to_via + row[target] < line[target]:
                        line[target] = to_via + row[target]
        answer = 0
        for line in dist:
            for value in line:
                if value > answer:
                    answer = value
        return answer


lines = sys.stdin.read().splitlines()
print(Solution().diameter(int(lines[0]), [tuple(map(int, line.split())) for line in lines[1:]]))

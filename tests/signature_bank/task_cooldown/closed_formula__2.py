class Solution:
    def leastInterval(self, tasks, n):
        counts = [0] * 26
        for task in tasks:
            counts[ord(task) - ord("A")] += 1
        counts.sort()
        most = counts[25]
        ties = 0
        for value in counts:
            if value == most:
                ties += 1
        return max(len(tasks), (most - 1) * (n + 1) + ties)


tasks, n = input().split()
print(Solution().leastInterval(tasks, int(n)))

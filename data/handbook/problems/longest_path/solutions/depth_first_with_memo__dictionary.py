# longest way that ends at a course, asked of the courses before it
import sys


class Solution:
    def longestPath(self, n, rules):
        before = {}
        for a, b in rules:
            before.setdefault(b, set()).add(a)
        self.before = before
        self.memo = {}
        return max(self.visit(course) for course in range(1, n + 1))

    def visit(self, course):
        if course in self.memo:
            return self.memo[course]
        length = 0
        if course in self.before:
            length = 1 + max(self.visit(previous) for previous in self.before[course])
        self.memo[course] = length
        return length


lines = sys.stdin.readlines()
n = int(lines[0].split()[0])
rules = [tuple(map(int, line.split())) for line in lines[1:]]
print(Solution().longestPath(n, rules))

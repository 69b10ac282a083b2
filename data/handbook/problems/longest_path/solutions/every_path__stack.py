import sys
from collections import defaultdict

n, m = map(int, sys.stdin.readline().split())
following = defaultdict(set)
for line in sys.stdin:
    a, b = map(int, line.split())
    following[a].add(b)

answer = 0
paths = [(course, 0) for course in range(1, n + 1)]
while paths:
    course, rules = paths.pop()
    if rules > answer:
        answer = rules
    for other in following[course]:
        paths.append((other, rules + 1))
print(answer)

import sys
from collections import deque

n, k = (int(x) for x in sys.stdin.read().split())
people = deque()
for i in range(n):
    people.append(i + 1)
while len(people) != 1:
    skip = (k - 1) % len(people)
    for _ in range(skip):
        front = people.popleft()
        people.append(front)
    people.popleft()
print(people.pop())

import sys
from collections import defaultdict

sys.setrecursionlimit(1 << 20)


def size(person, friends, visited):
    visited.add(person)
    return 1 + sum(size(other, friends, visited) for other in friends[person] if other not in visited)


lines = sys.stdin.read().splitlines()
n = int(lines[0].split()[0])
friends = defaultdict(set)
for line in lines[1:]:
    a, b = line.split()
    friends[int(a)].add(int(b))
    friends[int(b)].add(int(a))
visited = set()
print(max(size(person, friends, visited) for person in range(1, n + 1) if person not in visited))

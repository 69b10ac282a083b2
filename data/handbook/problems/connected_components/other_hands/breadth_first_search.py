import sys
from collections import deque


def read_matrix():
    n, m = map(int, sys.stdin.readline().split())
    knows = [[False] * n for _ in range(n)]
    for _ in range(m):
        x, y = map(int, sys.stdin.readline().split())
        knows[x - 1][y - 1] = knows[y - 1][x - 1] = True
    return n, knows


def main():
    n, knows = read_matrix()
    group = [0] * n
    number = 0
    line = deque()
    for person in range(n):
        if group[person] == 0:
            number += 1
            group[person] = number
            line.append(person)
        while line:
            head = line.popleft()
            for other in range(n):
                if knows[head][other] and not group[other]:
                    group[other] = number
                    line.append(other)
    print(number)


main()

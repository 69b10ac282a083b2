import sys

input = sys.stdin.readline

START, END = 1, 0


def solve():
    events = []
    for _ in range(int(input())):
        begin, finish = (int(token) for token in input().split())
        events += [(begin, START), (finish, END)]
    events.sort(key=lambda event: (event[0], event[1]))
    rooms = in_use = 0
    for _, kind in events:
        if kind == START:
            in_use += 1
            if in_use > rooms:
                rooms = in_use
        else:
            in_use -= 1
    return rooms


print(solve())

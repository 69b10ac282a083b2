import sys
from collections import Counter


def main():
    input = sys.stdin.readline
    pause = int(input())
    remaining = Counter(input().strip())
    next_allowed = dict.fromkeys(remaining, 0)
    time = 0
    while remaining:
        allowed = [kind for kind in remaining if next_allowed[kind] <= time]
        if allowed:
            kind = max(allowed, key=lambda x: remaining[x])
            next_allowed[kind] = time + pause + 1
            remaining[kind] -= 1
            if remaining[kind] == 0:
                del remaining[kind]
        time += 1
    print(time)


main()

import sys
from collections import deque


def main():
    win = deque()
    inside = set()
    mx = 0
    for ch in sys.stdin.readline().strip():
        if ch in inside:
            mx = max(mx, len(win))
            while True:
                out = win.popleft()
                inside.remove(out)
                if out == ch:
                    break
        win.append(ch)
        inside.add(ch)
    print(max(mx, len(win)))


main()

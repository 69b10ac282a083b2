import sys
from queue import SimpleQueue


def main() -> None:
    n, k = map(int, sys.stdin.readline().split())
    line: SimpleQueue = SimpleQueue()
    for p in range(1, n + 1):
        line.put(p)
    turn = 0
    while line.qsize() > 1:
        p = line.get()
        turn += 1
        if turn % k:
            line.put(p)
    print(line.get())


main()

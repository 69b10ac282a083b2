# every number comes up once: only by factors that are not less than its greatest prime
import sys
from heapq import heappop, heappush


def main():
    n = int(sys.stdin.read())
    queue = [(1, 2)]
    while n > 1:
        value, greatest = heappop(queue)
        for factor in (2, 3, 5):
            if factor >= greatest:
                heappush(queue, (value * factor, factor))
        n -= 1
    print(queue[0][0])


main()

import functools
import sys
import threading


def main():
    first, second = (sys.stdin.readline().rstrip("\n") for _ in "12")

    @functools.cache
    def distance(m, n):
        """between the first m letters of one word and the first n letters of the other"""
        if m == 0 or n == 0:
            return m + n
        if first[m - 1] == second[n - 1]:
            return distance(m - 1, n - 1)
        return 1 + min(distance(m - 1, n - 1), distance(m - 1, n), distance(m, n - 1))

    print(distance(len(first), len(second)))


sys.setrecursionlimit(10**6)
threading.stack_size(2**26)
t = threading.Thread(target=main)
t.start()
t.join()

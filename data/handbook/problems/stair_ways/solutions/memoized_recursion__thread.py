import sys
import threading

sys.setrecursionlimit(1 << 20)
threading.stack_size(1 << 26)
known = {0: 1, 1: 1}


def climb(k):
    got = known.get(k)
    if got is not None:
        return got
    value = (climb(k - 2) + climb(k - 1)) % 1000000007
    known[k] = value
    return value


def main():
    print(climb(int(sys.stdin.readline())))


t = threading.Thread(target=main)
t.start()
t.join()

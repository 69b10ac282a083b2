import sys
import threading


def solve():
    n = int(sys.stdin.readline())
    numbers = list(map(int, sys.stdin.readline().split()))

    def count(value, start, stop):
        return sum(1 for k in range(start, stop) if numbers[k] == value)

    def winner(start, stop):
        if stop - start == 1:
            return numbers[start]
        half = start + (stop - start) // 2
        for candidate in {winner(start, half), winner(half, stop)}:
            if candidate is not None and count(candidate, start, stop) > (stop - start) / 2:
                return candidate
        return None

    result = winner(0, n)
    print(-1 if result is None else result)


sys.setrecursionlimit(10**6)
threading.stack_size(1 << 26)
worker = threading.Thread(target=solve)
worker.start()
worker.join()

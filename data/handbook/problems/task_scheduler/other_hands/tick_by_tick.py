import string
import sys


def main() -> None:
    pause, queue = sys.stdin.read().split()
    pause = int(pause)
    left = [queue.count(letter) for letter in string.ascii_uppercase]
    wait = [0] * 26
    clock = 0
    while any(left):
        clock += 1
        candidates = [(left[i], i) for i in range(26) if left[i] > 0 and wait[i] == 0]
        wait = [max(w - 1, 0) for w in wait]
        if candidates:
            _, chosen = max(candidates)
            left[chosen] -= 1
            wait[chosen] = pause
    print(clock)


main()

import sys
from bisect import bisect_left
from collections import Counter


def main() -> None:
    pause_text, tasks = sys.stdin.read().split()
    frame = int(pause_text) + 1
    counts = list(Counter(tasks).values())

    def enough(time: int) -> bool:
        frames, extra = divmod(time, frame)
        tight = 0
        for count in counts:
            if count > frames + 1:
                return False
            if count == frames + 1:
                tight += 1
        return tight <= extra

    limit = len(tasks) * frame
    print(bisect_left(range(limit + 1), True, lo=len(tasks), key=enough))


if __name__ == "__main__":
    main()

import sys
from collections import defaultdict


def solve(line: str) -> int:
    seen_at = defaultdict(int)  # counted from 1, 0 means never
    lower = 0
    record = 0
    for pos, symbol in enumerate(line, 1):
        if seen_at[symbol] > lower:
            record = max(record, pos - 1 - lower)
            lower = seen_at[symbol]
        seen_at[symbol] = pos
    return max(record, len(line) - lower)


if __name__ == "__main__":
    print(solve(sys.stdin.readline().rstrip()))

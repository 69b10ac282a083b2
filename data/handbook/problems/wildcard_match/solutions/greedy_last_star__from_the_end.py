import sys
from typing import Optional


def compare(pattern: str, word: str) -> bool:
    here, there = len(pattern) - 1, len(word) - 1
    retry: Optional[tuple[int, int]] = None
    while there >= 0:
        symbol = pattern[here] if here >= 0 else ""
        if symbol == "*":
            here -= 1
            retry = (here, there)
            continue
        if symbol in ("?", word[there]):
            here, there = here - 1, there - 1
            continue
        if retry is None:
            return False
        retry = (retry[0], retry[1] - 1)
        here, there = retry
    return not pattern[: here + 1].strip("*")


def main() -> None:
    readline = sys.stdin.readline
    pattern = readline().strip()
    results = []
    for _ in range(int(readline())):
        results.append("YES" if compare(pattern, readline().strip()) else "NO")
    print("\n".join(results))


main()

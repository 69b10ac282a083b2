import sys


def has_window(s: str, size: int) -> bool:
    """Is there a substring of this size whose characters are all different?"""
    found = False
    for start in range(0, len(s) - size + 1):
        seen = set()
        for ch in s[start : start + size]:
            if ch in seen:
                break
            seen.add(ch)
        if len(seen) == size:
            found = True
            break
    return found


def solve() -> None:
    s = sys.stdin.read().split()[0]
    good, bad = 1, len(s) + 1
    while bad - good > 1:
        middle = (good + bad) >> 1
        if has_window(s, middle):
            good = middle
        else:
            bad = middle
    print(good)


solve()

import sys


def min_cuts(text: str) -> int:
    size = len(text)
    good = set()
    cuts = list(range(-1, size))
    for end in range(size):
        for start in range(end + 1):
            if text[start] == text[end] and (end - start <= 1 or (start + 1, end - 1) in good):
                good.add((start, end))
                cuts[end + 1] = min(cuts[end + 1], cuts[start] + 1)
    return cuts[size]


print(min_cuts(sys.stdin.readline().strip()))

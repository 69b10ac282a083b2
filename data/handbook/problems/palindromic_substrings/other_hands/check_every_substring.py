import sys


def mirror(w: str, i: int, j: int) -> bool:
    """w[i], ..., w[j]"""
    while i < j:
        if w[i] != w[j]:
            return False
        i += 1
        j -= 1
    return True


def main() -> None:
    w = sys.stdin.read().strip()
    hits = 0
    for size in range(1, len(w) + 1):
        for at in range(len(w) - size + 1):
            if mirror(w, at, at + size - 1):
                hits += 1
    print(hits)


main()

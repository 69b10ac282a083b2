import sys


def lcp(x: str, y: str) -> int:
    for i, (p, q) in enumerate(zip(x, y)):
        if p != q:
            return i
    return min(len(x), len(y))


def main() -> None:
    word = sys.stdin.read().strip()
    suffixes = [word[i:] for i in range(len(word))]
    suffixes.sort()
    before = ""
    count = 0
    for suf in suffixes:
        count += len(suf) - lcp(before, suf)
        before = suf
    print(count)


main()

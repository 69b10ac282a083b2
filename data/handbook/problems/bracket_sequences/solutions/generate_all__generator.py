import sys


def sequences(prefix, opened, missing):
    """all correct sequences that start with the prefix; `opened` brackets wait for their partners"""
    if not opened and not missing:
        yield "".join(prefix)
    if missing:
        prefix.append("(")
        yield from sequences(prefix, opened + 1, missing - 1)
        prefix.pop()
    if opened:
        prefix.append(")")
        yield from sequences(prefix, opened - 1, missing)
        prefix.pop()


def main():
    n, m = map(int, sys.stdin.read().split())
    count = 0
    for _ in sequences([], 0, n):
        count += 1
    print(count % m)


main()

import sys


def main():
    sys.stdin.readline()
    rows = [int(w) for w in sys.stdin.readline().split()]
    used = [False] * len(rows)
    mask = 1 << 9
    while mask:
        for i, row in enumerate(rows):
            if not used[i] and row & mask:
                used[i] = True
                rows = [r ^ row if r & mask and j != i else r for j, r in enumerate(rows)]
                break
        mask >>= 1
    ans = 0
    for r, u in zip(rows, used):
        if u:
            ans ^= r
    print(ans)


main()

import sys


def next_copies(seq):
    n = len(seq)
    nearest = {}
    result = []
    for i in range(n, 0, -1):
        result.append(nearest.get(seq[i - 1], n + 1))
        nearest[seq[i - 1]] = i
    result.append(None)
    result.reverse()
    return result


def main():
    lines = sys.stdin.read().splitlines()
    q = int(lines[0].split()[1])
    nxt = next_copies(lines[1].split())
    for line in lines[2:2 + q]:
        l, r = map(int, line.split())
        print(len([i for i in range(l, r + 1) if nxt[i] > r]))


main()

import sys


def main():
    lines = sys.stdin.read().splitlines()
    n, q = map(int, lines[0].split())
    val = [0] + [int(x) for x in lines[1].split()]
    chunk = 170
    out = []
    for first in range(2, 2 + q, chunk):
        total = 0
        pre = []
        for v in val:
            total += v
            pre.append(total)
        where, howmuch = [], []
        for line in lines[first : min(first + chunk, 2 + q)]:
            op, a, b = line.split()
            a = int(a)
            b = int(b)
            if op == "+":
                where.append(a)
                howmuch.append(b)
            else:
                s = pre[b] - pre[a - 1]
                for w, x in zip(where, howmuch):
                    if a <= w <= b:
                        s += x
                out.append(s)
        for w, x in zip(where, howmuch):
            val[w] += x
    print(*out, sep="\n")


main()

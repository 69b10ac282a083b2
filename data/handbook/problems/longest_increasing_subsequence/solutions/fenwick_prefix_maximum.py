import sys


def main():
    n = int(sys.stdin.readline())
    a = [int(x) for x in sys.stdin.readline().split()]
    order = {x: i for i, x in enumerate(sorted(set(a)), start=1)}
    best = [0] * (len(order) + 1)
    for x in a:
        r = order[x]
        i, length = r - 1, 0
        while i > 0:
            length = max(length, best[i])
            i -= i & -i
        i = r
        while i < len(best):
            best[i] = max(best[i], length + 1)
            i += i & -i
    answer, i = 0, len(order)
    while i > 0:
        answer = max(answer, best[i])
        i -= i & -i
    print(answer)


main()

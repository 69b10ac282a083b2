import sys
from functools import cache


def main():
    lines = sys.stdin.read().splitlines()
    n = int(lines[0])
    s, e, v = zip(*sorted(tuple(map(int, line.split())) for line in lines[1 : n + 1]))

    @cache
    def earn(i):
        if i >= n:
            return 0
        j = i + 1
        while j < n and s[j] < e[i]:
            j += 1
        accept = v[i] + earn(j)
        refuse = earn(i + 1)
        return accept if accept > refuse else refuse

    print(earn(0))


main()

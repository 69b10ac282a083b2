import sys


def main():
    n = int(sys.stdin.readline())
    # ugly[v]: v without one of its factors is ugly
    ugly = [False, True]
    found = 1
    while found < n:
        v = len(ugly)
        mark = (
            (v % 2 == 0 and ugly[v // 2])
            or (v % 3 == 0 and ugly[v // 3])
            or (v % 5 == 0 and ugly[v // 5])
        )
        ugly.append(mark)
        if mark:
            found += 1
    print(len(ugly) - 1)


main()

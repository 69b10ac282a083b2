import sys


def main():
    n, *a = map(int, sys.stdin.read().split())
    for i in range(n):
        equal = 0
        for j in range(n):
            if a[j] == a[i]:
                equal += 1
        if equal * 2 > n:
            print(a[i])
            return
    print(-1)


main()

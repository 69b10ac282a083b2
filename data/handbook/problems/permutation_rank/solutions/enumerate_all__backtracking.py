import sys


def main():
    n = int(sys.stdin.readline())
    wanted = list(map(int, sys.stdin.readline().split()))
    used = [False] * (n + 1)
    current = []
    found = []

    def build():
        if len(current) == n:
            found.append(list(current))
            return
        for x in range(1, n + 1):
            if not used[x]:
                used[x] = True
                current.append(x)
                build()
                current.pop()
                used[x] = False

    build()
    for i in range(len(found)):
        if found[i] == wanted:
            print(i + 1)


main()

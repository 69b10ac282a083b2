# repeatedly: wrap an interval in a pair of brackets, or glue two that touch; intervals kept by both ends
import sys


def main():
    s = sys.stdin.readline().rstrip()
    n = len(s)
    end_of = {}
    start_of = {}
    todo = []

    def put(i, j):
        """the balanced piece s[i:j], joined with the neighbours that touch it"""
        if i in start_of:
            k = start_of.pop(i)
            del end_of[k]
            i = k
        if j in end_of:
            k = end_of.pop(j)
            del start_of[k]
            j = k
        end_of[i] = j
        start_of[j] = i
        todo.append(i)

    for i in range(n - 1):
        if s[i] == "(" and s[i + 1] == ")":
            put(i, i + 2)
    while todo:
        i = todo.pop()
        if i not in end_of:
            continue
        j = end_of[i]
        if i > 0 and j < n and s[i - 1] == "(" and s[j] == ")":
            del end_of[i], start_of[j]
            put(i - 1, j + 1)
    print(max((j - i for i, j in end_of.items()), default=0))


main()

import sys


def merge(x, y):
    out = []
    i = j = 0
    while i < len(x) and j < len(y):
        if x[i] <= y[j]:
            out.append(x[i])
            i += 1
        else:
            out.append(y[j])
            j += 1
    return out + x[i:] + y[j:]


def smaller(ordered, bound):
    low, high = 0, len(ordered)
    while low < high:
        middle = (low + high) >> 1
        if ordered[middle] < bound:
            low = middle + 1
        else:
            high = middle
    return low


def main():
    numbers = map(int, sys.stdin.read().split())
    n = next(numbers)
    q = next(numbers)
    where = {}
    nodes = [[] for _ in range(2 * n)]
    for i in range(n):
        value = next(numbers)
        nodes[n + i] = [where.get(value, 0)]
        where[value] = i + 1
    for k in range(n - 1, 0, -1):
        nodes[k] = merge(nodes[2 * k], nodes[2 * k + 1])

    for _ in range(q):
        left = next(numbers)
        a, b = left - 1 + n, next(numbers) + n
        total = 0
        while a < b:
            if a & 1:
                total += smaller(nodes[a], left)
                a += 1
            if b & 1:
                b -= 1
                total += smaller(nodes[b], left)
            a >>= 1
            b >>= 1
        print(total)


main()

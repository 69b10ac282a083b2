import sys


def first_not_before(positions, limit):
    a, b = 0, len(positions) - 1
    while a < b:
        c = (a + b) // 2
        if positions[c] >= limit:
            b = c
        else:
            a = c + 1
    return a


def main():
    data = list(map(int, sys.stdin.buffer.read().split()))
    n, q = data[:2]
    temp = [None] + data[2:n + 2]
    asked = data[n + 2:]
    questions = sorted((asked[2 * k + 1], asked[2 * k], k) for k in range(q))

    where, what = [], []
    today = 0
    result = {}
    for last, first, k in questions:
        while today < last:
            today += 1
            while what and what[-1] >= temp[today]:
                what.pop()
                where.pop()
            where.append(today)
            what.append(temp[today])
        result[k] = what[first_not_before(where, first)]
    for k in range(q):
        print(result[k])


main()

import sys

UNKNOWN = -1


def main():
    data = sys.stdin.buffer.read().split()
    n = int(data[0])
    values = [int(t) for t in data[1 : n + 1]]
    width = 1 << max(values).bit_length()
    memo = [[UNKNOWN] * width for _ in range(n)]

    def best(count, acc):
        # greatest result when the first `count` numbers are still to be decided
        if count == 0:
            return acc
        row = memo[count - 1]
        if row[acc] == UNKNOWN:
            without = best(count - 1, acc)
            including = best(count - 1, acc ^ values[count - 1])
            row[acc] = without if without > including else including
        return row[acc]

    print(best(n, 0))


main()

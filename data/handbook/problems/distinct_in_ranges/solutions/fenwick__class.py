import sys


class Fenwick:
    def __init__(self, size):
        self.tree = [0] * size

    def update(self, index, delta):
        while index < len(self.tree):
            self.tree[index] += delta
            index |= index + 1

    def prefix(self, stop):
        """sum of the first `stop` places"""
        total = 0
        while stop:
            total += self.tree[stop - 1]
            stop &= stop - 1
        return total


def main():
    data = list(map(int, sys.stdin.buffer.read().split()))
    n, q = data[0], data[1]
    values = data[2:2 + n]
    lefts = data[2 + n::2]
    rights = data[3 + n::2]
    marks = Fenwick(n)
    newest = {}
    done = 0
    result = [None] * q
    # answer the questions by their right ends
    for number in sorted(range(q), key=rights.__getitem__):
        while done < rights[number]:
            value = values[done]
            if value in newest:
                marks.update(newest[value], -1)
            newest[value] = done
            marks.update(done, +1)
            done += 1
        result[number] = len(newest) - marks.prefix(lefts[number] - 1)
    sys.stdout.write("".join(f"{x}\n" for x in result))


main()

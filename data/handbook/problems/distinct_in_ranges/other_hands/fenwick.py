import sys


class Counter:
    def __init__(self, size: int) -> None:
        self.size = size
        self.cells = [0] * size

    def change(self, at: int, by: int) -> None:
        while at < self.size:
            self.cells[at] += by
            at |= at + 1

    def below(self, at: int) -> int:
        total = 0
        while at:
            total += self.cells[at - 1]
            at &= at - 1
        return total


def main() -> None:
    data = sys.stdin.read().split()
    n, q = int(data[0]), int(data[1])
    values = data[2:n + 2]
    ends = list(map(int, data[n + 2:]))
    queries = sorted(range(q), key=lambda i: ends[2 * i + 1])
    answers = [0] * q
    newest = {}
    counter = Counter(n)
    alive = done = 0
    for i in queries:
        l, r = ends[2 * i], ends[2 * i + 1]
        while done < r:
            v = values[done]
            if v in newest:
                counter.change(newest[v], -1)
            else:
                alive += 1
            newest[v] = done
            counter.change(done, 1)
            done += 1
        answers[i] = alive - counter.below(l - 1)
    print("\n".join(map(str, answers)))


main()

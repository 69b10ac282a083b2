import sys


class Fenwick:
    def __init__(self, size: int) -> None:
        self.sums = [0] * (size + 1)

    def update(self, place: int, change: int) -> None:
        while place < len(self.sums):
            self.sums[place] += change
            place += place & (-place)

    def prefix(self, place: int) -> int:
        total = 0
        while place:
            total += self.sums[place]
            place &= place - 1
        return total


def main() -> None:
    n, q, *numbers = map(int, sys.stdin.read().split())
    values, ends = numbers[:n], numbers[n:]
    queries = sorted((ends[2 * k + 1], ends[2 * k], k) for k in range(q))
    tree = Fenwick(n)
    latest: dict[int, int] = {}
    answers = [0] * q
    done = 0
    for right, left, k in queries:
        while done < right:
            done += 1
            value = values[done - 1]
            if value in latest:
                tree.update(latest[value], -1)
            tree.update(done, 1)
            latest[value] = done
        answers[k] = tree.prefix(right) - tree.prefix(left - 1)
    print("\n".join(map(str, answers)))


main()

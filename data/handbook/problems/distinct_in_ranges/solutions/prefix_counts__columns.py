import sys


def main():
    with sys.stdin as source:
        n, q = map(int, source.readline().split())
        names = {}
        values = [names.setdefault(word, len(names)) for word in source.readline().split()]

        # counts[k][v] = how often v is among the first k values
        counts = [(0,) * len(names)]
        for v in values:
            step = list(counts[-1])
            step[v] += 1
            counts.append(tuple(step))

        for _ in range(q):
            l, r = map(int, source.readline().split())
            print(sum(x != y for x, y in zip(counts[l - 1], counts[r])))


if __name__ == "__main__":
    main()

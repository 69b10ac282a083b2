import sys


def main() -> None:
    n, _, *rest = map(int, sys.stdin.buffer.read().split())
    index_of = {value: index for index, value in enumerate(rest[:n])}
    for query in rest[n:]:
        if query in index_of:
            print(index_of[query])
        else:
            print(-1)


if __name__ == "__main__":
    main()

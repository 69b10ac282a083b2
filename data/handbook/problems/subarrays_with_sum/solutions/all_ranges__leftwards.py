import sys


def count_runs(numbers: list[int], wanted: int) -> int:
    """For every end, walk to the left."""
    found = 0
    for end in range(len(numbers)):
        total = 0
        begin = end
        while begin >= 0:
            total += numbers[begin]
            found += total == wanted
            begin -= 1
    return found


def main() -> None:
    lines = sys.stdin.read().splitlines()
    wanted = int(lines[0].split()[1])
    print(count_runs([int(t) for t in lines[1].split()], wanted))


if __name__ == "__main__":
    main()

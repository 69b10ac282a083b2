import sys


def solve(row):
    if not row:
        return 0
    greatest = max(row)
    at = row.index(greatest)
    last = row.pop()
    if last == greatest:
        return solve(row)
    row[at] = last
    return 1 + solve(row)


def main():
    data = sys.stdin.read().split()
    n = int(data[0])
    print(solve(list(map(int, data[1 : 1 + n]))))


if __name__ == "__main__":
    main()

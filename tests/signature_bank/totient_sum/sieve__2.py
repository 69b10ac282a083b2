import sys


def totients(limit: int) -> list[int]:
    values = [i for i in range(limit + 1)]
    p = 2
    while p <= limit:
        if values[p] == p:
            multiple = p
            while multiple <= limit:
                values[multiple] = values[multiple] // p * (p - 1)
                multiple += p
        p += 1
    return values


def main():
    print(sum(totients(int(sys.stdin.readline()))[1:]))


main()

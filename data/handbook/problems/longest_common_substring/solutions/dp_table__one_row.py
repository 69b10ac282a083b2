import sys


def main():
    s, t = map(str.strip, sys.stdin)
    row = [0] * (len(t) + 1)
    longest = 0
    for c in s:
        # right to left, so that row[j] is still the value of the row above
        for j in range(len(t) - 1, -1, -1):
            row[j + 1] = row[j] + 1 if t[j] == c else 0
        longest = max(longest, max(row))
    print(longest)


main()

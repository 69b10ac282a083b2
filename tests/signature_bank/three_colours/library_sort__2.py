import sys


def main():
    values = [int(t) for t in sys.stdin.read().split()][1:]
    values.sort()
    sys.stdout.write(" ".join(map(str, values)) + "\n")


main()

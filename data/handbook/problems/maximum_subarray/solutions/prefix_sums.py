import sys


def main():
    data = sys.stdin.buffer.read().split()
    n = int(data[0])
    prefix = 0
    low = 0
    ans = None
    for i in range(1, n + 1):
        prefix += int(data[i])
        if ans is None or prefix - low > ans:
            ans = prefix - low
        if prefix < low:
            low = prefix
    print(ans)


main()

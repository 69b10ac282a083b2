import sys


def main():
    limit = int(sys.stdin.readline())
    # 1 and the number itself are counted from the start
    count = [2] * (limit + 1)
    count[1] = 1
    for step in range(2, limit // 2 + 1):
        multiple = 2 * step
        while multiple <= limit:
            count[multiple] += 1
            multiple += step
    print(count[limit])


main()

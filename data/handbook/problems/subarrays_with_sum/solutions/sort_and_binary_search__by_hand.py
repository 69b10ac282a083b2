import sys

input = sys.stdin.readline


def lower_bound(items, key):
    low, high = 0, len(items)
    while low < high:
        mid = (low + high) // 2
        if items[mid] < key:
            low = mid + 1
        else:
            high = mid
    return low


def main():
    n, k = map(int, input().split())
    prefix = [0]
    for x in input().split():
        prefix.append(prefix[-1] + int(x))
    ordered = sorted([total, index] for index, total in enumerate(prefix))
    runs = 0
    for begin, total in enumerate(prefix):
        # ends of runs: larger index, sum larger by k
        first = lower_bound(ordered, [total + k, begin + 1])
        last = lower_bound(ordered, [total + k, n + 1])
        runs += last - first
    print(runs)


main()

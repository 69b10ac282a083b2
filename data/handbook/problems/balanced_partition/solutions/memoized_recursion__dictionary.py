import sys


def closest(weights, total):
    memo = {}

    def solve(left, bag):
        # the first `left` things are still to be placed
        if left == 0:
            return abs(total - 2 * bag)
        key = left * (total + 1) + bag
        if key not in memo:
            without = solve(left - 1, bag)
            within = solve(left - 1, bag + weights[left - 1])
            memo[key] = without if without < within else within
        return memo[key]

    return solve(len(weights), 0)


def main():
    data = sys.stdin.buffer.read().split()
    count = int(data[0])
    weights = [int(data[i]) for i in range(1, count + 1)]
    print(closest(weights, sum(weights)))


main()

import sys

sys.setrecursionlimit(10000)


def solve(dims, left, right, memo):
    if right - left < 2:
        return 0
    if memo[left][right] != -1:
        return memo[left][right]
    best = None
    for mid in range(left + 1, right):
        total = solve(dims, left, mid, memo) + solve(dims, mid, right, memo)
        total += dims[left] * dims[mid] * dims[right]
        if best is None or total < best:
            best = total
    memo[left][right] = best
    return best


def main():
    data = list(map(int, sys.stdin.read().split()))
    n, dims = data[0], data[1:]
    memo = [[-1] * (n + 1) for _ in range(n + 1)]
    print(solve(dims, 0, n, memo))


main()

import sys


def main():
    n, *a = map(int, sys.stdin.read().split())
    dp = [1] * n

    def solve(lo, hi):
        if hi - lo == 1:
            return
        mid = (lo + hi) // 2
        solve(lo, mid)
        left = sorted(range(lo, mid), key=a.__getitem__)
        right = sorted(range(mid, hi), key=a.__getitem__)
        i = best = 0
        for j in right:
            while i < len(left) and a[left[i]] < a[j]:
                best = max(best, dp[left[i]])
                i += 1
            dp[j] = max(dp[j], best + 1)
        solve(mid, hi)

    solve(0, n)
    print(max(dp))


main()

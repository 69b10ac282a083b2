n = int(input())
a = list(map(int, input().split()))
memo = {}


def longest_from(i):
    if i not in memo:
        best = 0
        for j in range(i + 1, n):
            if a[j] > a[i]:
                best = max(best, longest_from(j))
        memo[i] = best + 1
    return memo[i]


print(max(longest_from(i) for i in range(n)))

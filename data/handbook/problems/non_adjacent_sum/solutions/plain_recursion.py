n = int(input())
a = list(map(int, input().split()))


def go(i):
    if i < 0:
        return 0
    return max(go(i - 1), go(i - 2) + a[i])


print(go(n - 1))

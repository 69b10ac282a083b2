n, s = map(int, input().split())
a = list(map(int, input().split()))


def go(i, rest):
    if i == n:
        return int(rest == 0)
    return go(i + 1, rest) + go(i + 1, rest - a[i])


print(go(0, s))

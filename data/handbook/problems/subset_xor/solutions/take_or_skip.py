def go(i, x):
    if i == n:
        return x
    return max(go(i + 1, x), go(i + 1, x ^ a[i]))


n = int(input())
a = list(map(int, input().split()))
print(go(0, 0))

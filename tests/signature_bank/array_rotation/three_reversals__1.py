n, k = map(int, input().split())
a = list(map(int, input().split()))
k %= n

def rev(l, r):
    while l < r:
        a[l], a[r] = a[r], a[l]
        l += 1
        r -= 1

rev(0, n - 1)
rev(0, k - 1)
rev(k, n - 1)
print(*a)

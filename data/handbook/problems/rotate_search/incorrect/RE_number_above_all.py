from bisect import bisect_left

n, q = map(int, input().split())
a = list(map(int, input().split()))
b = sorted(a)
shift = a.index(b[0])
for x in map(int, input().split()):
    i = bisect_left(b, x)
    print((i + shift) % n if b[i] == x else -1)

import sys

input = sys.stdin.readline

n, q = map(int, input().split())
t = [0] * n + list(map(int, input().split()))
for i in range(n - 1, 0, -1):
    t[i] = t[2 * i] + t[2 * i + 1]
for _ in range(q):
    kind, l, r = input().split()
    l = int(l) - 1 + n
    if kind == "+":
        x = int(r)
        while l:
            t[l] += x
            l //= 2
    else:
        r = int(r) + n
        s = 0
        while l < r:
            if l & 1:
                s += t[l]
                l += 1
            if r & 1:
                r -= 1
                s += t[r]
            l //= 2
            r //= 2
        print(s)

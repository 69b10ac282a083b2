import sys

sys.stdin = open("kth.in")
n, k = map(int, input().split())
a = list(map(int, input().split()))
for end in range(n - 1, 0, -1):
    for i in range(end):
        if a[i] > a[i + 1]:
            a[i], a[i + 1] = a[i + 1], a[i]
with open("kth.out", "w") as f:
    print(a[k - 1], file=f)

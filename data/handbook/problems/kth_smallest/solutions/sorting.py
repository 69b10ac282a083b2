with open("kth.in") as f:
    n, k = map(int, f.readline().split())
    a = sorted(map(int, f.readline().split()))
with open("kth.out", "w") as f:
    print(a[k - 1], file=f)

f = open("kth.in")
n, k = map(int, f.readline().split())
a = sorted(set(map(int, f.readline().split())))
print(a[min(k, len(a)) - 1], file=open("kth.out", "w"))

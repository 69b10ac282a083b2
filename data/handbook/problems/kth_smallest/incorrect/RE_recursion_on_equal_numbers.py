def select(a, k):
    pivot = a[0]
    low = [x for x in a if x < pivot]
    rest = [x for x in a[1:] if x >= pivot]
    if k <= len(low):
        return select(low, k)
    if k == len(low) + 1:
        return pivot
    return select(rest, k - len(low) - 1)


f = open("kth.in")
n, k = map(int, f.readline().split())
a = list(map(int, f.readline().split()))
print(select(a, k), file=open("kth.out", "w"))

def place(a, k):
    """the number at place k (from 0) of a"""
    while True:
        if len(a) <= 10:
            return sorted(a)[k]
        fives = [sorted(a[i : i + 5]) for i in range(0, len(a), 5)]
        pivot = place([g[len(g) // 2] for g in fives], len(fives) // 2)
        low = [x for x in a if x < pivot]
        high = [x for x in a if x > pivot]
        if k < len(low):
            a = low
        elif k < len(a) - len(high):
            return pivot
        else:
            k -= len(a) - len(high)
            a = high


f = open("kth.in")
n, k = map(int, f.readline().split())
numbers = list(map(int, f.readline().split()))
f.close()
print(place(numbers, k - 1), file=open("kth.out", "w"))

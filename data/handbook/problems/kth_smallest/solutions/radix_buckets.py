# one base 64 digit at a time, from the top: only the bucket that holds place k lives on
import sys


def select(a, k):
    for shift in (24, 18, 12, 6, 0):
        buckets = [[] for _ in range(64)]
        for x in a:
            buckets[x >> shift & 63].append(x)
        for b in buckets:
            if k <= len(b):
                a = b
                break
            k -= len(b)
    return a[0]


with open("kth.in") as source:
    (n, k), a = [list(map(int, line.split())) for line in source]
sys.stdout = open("kth.out", "w")
print(select(a, k))
sys.stdout.close()

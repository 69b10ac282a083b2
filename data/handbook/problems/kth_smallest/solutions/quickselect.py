import sys

sys.stdin = open("kth.in")
sys.stdout = open("kth.out", "w")

n, k = map(int, input().split())
a = list(map(int, input().split()))
seed = 12345
while True:
    seed = (seed * 1103515245 + 12345) % 2147483648
    pivot = a[seed % len(a)]
    less = [x for x in a if x < pivot]
    same = a.count(pivot)
    if k <= len(less):
        a = less
    elif k <= len(less) + same:
        print(pivot)
        break
    else:
        k -= len(less) + same
        a = [x for x in a if x > pivot]

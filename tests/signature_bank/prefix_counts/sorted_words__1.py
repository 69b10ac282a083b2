from bisect import bisect_left

n, q = map(int, input().split())
w = sorted(input() for _ in range(n))
for _ in range(q):
    p = input()
    print(bisect_left(w, p + chr(127)) - bisect_left(w, p))

with open("kth.in") as f:
    n, k = map(int, f.readline().split())
    a = list(map(int, f.readline().split()))
count = [0] * (max(a) + 1)
for x in a:
    count[x] += 1
for value, times in enumerate(count):
    k -= times
    if k <= 0:
        with open("kth.out", "w") as f:
            print(value, file=f)
        break

n = int(input())
a = sorted(map(int, input().split()))
m = a[n // 2]
print(m if a.count(m) > n // 2 else -1)

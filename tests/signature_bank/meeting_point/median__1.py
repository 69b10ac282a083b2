n = int(input())
a = sorted(map(int, input().split()))
m = a[n // 2]
print(sum(abs(x - m) for x in a))

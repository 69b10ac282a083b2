n = int(input())
a = list(map(int, input().split()))
print(*[max(a[i + 1 :]) if a[i + 1 :] and max(a[i + 1 :]) > a[i] else -1 for i in range(n)])

n = int(input())
a = list(map(int, input().split()))
print(sum(max(0, a[i] - a[i - 1]) for i in range(1, n)))

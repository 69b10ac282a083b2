n, s = map(int, input().split())
a = list(map(int, input().split()))
print(sum(a.count(s - x) for x in a) // 2)

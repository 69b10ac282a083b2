n = int(input())
a = list(map(int, input().split()))
print(next((x for x in a if a.count(x) * 2 >= n), -1))

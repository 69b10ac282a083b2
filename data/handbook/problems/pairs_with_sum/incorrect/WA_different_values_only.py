n, s = map(int, input().split())
a = set(map(int, input().split()))
print(sum(1 for x in a if s - x in a and x < s - x))

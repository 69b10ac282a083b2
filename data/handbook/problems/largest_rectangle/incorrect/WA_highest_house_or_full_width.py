n = int(input())
h = list(map(int, input().split()))
print(max(max(h), n * min(h)))

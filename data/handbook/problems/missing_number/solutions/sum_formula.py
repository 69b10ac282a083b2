n = int(input())
print(n * (n + 1) // 2 - sum(map(int, input().split())))

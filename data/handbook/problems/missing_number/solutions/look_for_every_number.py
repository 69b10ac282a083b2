n = int(input())
a = list(map(int, input().split()))
for x in range(n + 1):
    if a.count(x) == 0:
        print(x)
        break

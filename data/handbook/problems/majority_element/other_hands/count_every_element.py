n = int(input())
xs = [int(t) for t in input().split()]
print(next((x for x in xs if sum(1 for y in xs if y == x) > n // 2), -1))

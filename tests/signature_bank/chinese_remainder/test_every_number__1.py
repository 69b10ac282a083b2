n = int(input())
c = [tuple(map(int, input().split())) for _ in range(n)]
x = 0
while not all(x % m == r for r, m in c):
    x += 1
print(x)

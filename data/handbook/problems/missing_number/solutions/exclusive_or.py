n = int(input())
x = n
for i, v in enumerate(map(int, input().split())):
    x ^= i ^ v
print(x)

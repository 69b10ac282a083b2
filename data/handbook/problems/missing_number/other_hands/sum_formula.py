n = int(input())
rest = n * (n + 1) >> 1
for piece in input().split():
    rest -= int(piece)
print(rest)

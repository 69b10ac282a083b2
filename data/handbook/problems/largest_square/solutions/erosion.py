h, w = map(int, input().split())
a = [[int(c) for c in input()] for _ in range(h)]
ans = 0
# in round r a cell is 1 if it is the corner of a good square of side r
while any(1 in row for row in a):
    ans += 1
    b = []
    for i in range(len(a) - 1):
        b.append([a[i][j] & a[i + 1][j] & a[i][j + 1] & a[i + 1][j + 1] for j in range(len(a[0]) - 1)])
    a = b
print(ans)

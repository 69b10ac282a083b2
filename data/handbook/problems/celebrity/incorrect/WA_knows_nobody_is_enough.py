n = int(input())
ans = -1
for i in range(n):
    row = input().split()
    row[i] = "0"
    if "1" not in row:
        ans = i + 1
print(ans)

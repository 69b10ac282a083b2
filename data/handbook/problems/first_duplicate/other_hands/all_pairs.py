length = int(input())
row = input().split()
for right in range(1, length):
    for left in range(right):
        if row[left] == row[right]:
            break
    else:
        continue
    print(row[right])
    break
else:
    print(-1)

a = int(input())
b = sorted(map(int, input().split()))
ans = a
for x, y in zip(b, b[1:]):
    if y - x > 1:
        ans = x + 1
print(ans)

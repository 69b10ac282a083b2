n = int(input())
a = list(map(int, input().split()))
ans = []
for i in range(1, n + 1):
    b = sorted(a[:i])
    if i % 2 == 1:
        ans.append(b[i // 2])
    else:
        ans.append((b[i // 2] + b[i // 2 - 1]) / 2)
print(*ans)

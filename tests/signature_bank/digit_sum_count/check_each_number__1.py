n, s = map(int, input().split())
cnt = 0
for i in range(n + 1):
    if sum(map(int, str(i))) == s:
        cnt += 1
print(cnt)

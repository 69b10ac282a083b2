n = int(input())
A = []
B = []
for i in range(n):
    x, y = map(int, input().split())
    A.append(x)
    B.append(y)
A.sort()
B.sort()
i = j = 0
cur = ans = 0
while i < n:
    if A[i] <= B[j]:
        cur += 1
        ans = max(ans, cur)
        i += 1
    else:
        cur -= 1
        j += 1
print(ans)

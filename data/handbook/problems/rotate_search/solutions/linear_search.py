n, q = map(int, input().split())
a = list(map(int, input().split()))
for x in map(int, input().split()):
    ans = -1
    for i in range(n):
        if a[i] == x:
            ans = i
            break
    print(ans)

n = int(input())
a = list(map(int, input().split()))
have = [False] * 1024
for x in a:
    have[x] = True
ans = 1023
while True:
    ok = False
    for x in a:
        if have[x ^ ans]:
            ok = True
            break
    if ok:
        break
    ans -= 1
print(ans)

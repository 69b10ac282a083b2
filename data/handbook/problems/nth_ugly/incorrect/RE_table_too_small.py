n = int(input())
ok = [False] * 32768
ok[1] = True
i = 0
while n:
    i += 1
    if ok[i]:
        n -= 1
        for p in (2, 3, 5):
            if i * p < len(ok):
                ok[i * p] = True
print(i)

n = int(input())
N = 60001
ok = [False] * N
ok[1] = True
for i in range(1, N):
    if ok[i]:
        n -= 1
        if n == 0:
            print(i)
            break
        for p in (2, 3, 5):
            if i * p < N:
                ok[i * p] = True

n = int(input())
a = sorted(map(int, input().split()))
for x, y in zip(a, a[1:]):
    if x == y:
        print(x)
        break
else:
    print(-1)

n = int(input())
a = list(map(int, input().split()))
pos = n - 1
ans = 0
while pos > 0:
    # leftmost stone from which pos can be reached
    for i in range(pos):
        if i + a[i] >= pos:
            pos = i
            ans += 1
            break
    else:
        ans = -1
        break
print(ans)

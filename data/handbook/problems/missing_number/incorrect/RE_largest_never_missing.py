n = int(input())
a = sorted(map(int, input().split()))
i = 0
while a[i] == i:
    i += 1
print(i)

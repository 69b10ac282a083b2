n = int(input())
a = [max(0, x) for x in map(int, input().split())]
print(max(sum(a[::2]), sum(a[1::2])))

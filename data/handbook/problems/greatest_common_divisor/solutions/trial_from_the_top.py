n = int(input())
a = list(map(int, input().split()))
d = min(a)
while any(x % d for x in a):
    d -= 1
print(d)

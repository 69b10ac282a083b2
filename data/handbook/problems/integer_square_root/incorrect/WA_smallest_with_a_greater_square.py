n = int(input())
r = 0
while r * r < n:
    r += 1
print(r)

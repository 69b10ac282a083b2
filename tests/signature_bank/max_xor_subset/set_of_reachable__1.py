n = int(input())
s = {0}
for x in map(int, input().split()):
    s |= {x ^ y for y in s}
print(max(s))

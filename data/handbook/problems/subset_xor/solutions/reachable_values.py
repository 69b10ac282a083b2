input()
s = {0}
for x in map(int, input().split()):
    s |= {y ^ x for y in s}
print(max(s))

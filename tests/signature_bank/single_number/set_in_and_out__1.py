n = int(input())
s = set()
for x in map(int, input().split()):
    if x in s:
        s.remove(x)
    else:
        s.add(x)
print(s.pop())

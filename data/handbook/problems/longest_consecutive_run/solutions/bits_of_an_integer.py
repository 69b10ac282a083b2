n = int(input())
m = 0
for x in map(int, input().split()):
    m |= 1 << (x + 500)
ans = 0
while m:
    m &= m << 1
    ans += 1
print(ans)

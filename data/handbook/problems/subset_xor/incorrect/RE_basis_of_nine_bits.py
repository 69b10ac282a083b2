n = int(input())
basis = [0] * 9
for x in map(int, input().split()):
    while x:
        b = x.bit_length() - 1
        if not basis[b]:
            basis[b] = x
            break
        x ^= basis[b]
ans = 0
for v in reversed(basis):
    ans = max(ans, ans ^ v)
print(ans)

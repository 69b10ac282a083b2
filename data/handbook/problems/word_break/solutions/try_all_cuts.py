s = input()
input()
words = set(input().split())
n = len(s)
cnt = 0
for mask in range(1 << (n - 1)):
    start = 0
    ok = True
    for i in range(n):
        # bit i set: cut after letter i; always cut after the last one
        if i == n - 1 or mask >> i & 1:
            if s[start : i + 1] not in words:
                ok = False
                break
            start = i + 1
    if ok:
        cnt += 1
print(cnt)

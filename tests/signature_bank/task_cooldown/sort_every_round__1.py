s, k = input().split()
k = int(k)
cnt = [0] * 26
for ch in s:
    cnt[ord(ch) - 65] += 1
cnt.sort(reverse=True)
t = 0
while cnt[0] > 0:
    i = 0
    while i <= k:
        if cnt[0] == 0:
            break
        if i < 26 and cnt[i] > 0:
            cnt[i] -= 1
        t += 1
        i += 1
    cnt.sort(reverse=True)
print(t)

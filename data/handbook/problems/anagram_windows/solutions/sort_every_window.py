w = input()
t = input()
m = len(w)
key = sorted(w)
cnt = 0
for i in range(len(t) - m + 1):
    if sorted(t[i:i + m]) == key:
        cnt += 1
print(cnt)

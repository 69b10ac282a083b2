# Duval on s + s: the last factor that starts in the first copy
s = input()
n = len(s)
t = s + s
i = ans = 0
while i < n:
    ans = i
    j, k = i + 1, i
    while j < 2 * n and t[k] <= t[j]:
        if t[k] < t[j]:
            k = i
        else:
            k += 1
        j += 1
    while i <= k:
        i += j - k
print(t[ans : ans + n])

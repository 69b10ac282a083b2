s = input()
used = [[0] * 8]
ans = 0
for i in range(len(s)):
    node = 0
    for c in s[i:]:
        k = ord(c) - 97
        if not used[node][k]:
            used[node][k] = len(used)
            used.append([0] * 8)
            ans += 1
        node = used[node][k]
print(ans)

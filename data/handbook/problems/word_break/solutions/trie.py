s = input()
input()
trie = {}
for w in input().split():
    node = trie
    for c in w:
        node = node.setdefault(c, {})
    node["$"] = True
n = len(s)
dp = [0] * (n + 1)
dp[0] = 1
for i in range(n):
    if dp[i] == 0:
        continue
    node = trie
    for j in range(i, n):
        if s[j] not in node:
            break
        node = node[s[j]]
        if "$" in node:
            dp[j + 1] += dp[i]
print(dp[n])

s = input().strip()
trie = {}
for w in input().split():
    node = trie
    for ch in w:
        node = node.setdefault(ch, {})
    node['$'] = True
n = len(s)
dp = [0] * (n + 1)
dp[n] = 1
for i in range(n - 1, -1, -1):
    node = trie
    for j in range(i, n):
        if s[j] not in node:
            break
        node = node[s[j]]
        if '$' in node:
            dp[i] += dp[j + 1]
print(dp[0])

n, q = map(int, input().split())
trie = [{}]
cnt = [0]
for _ in range(n):
    u = 0
    for ch in input():
        if ch not in trie[u]:
            trie[u][ch] = len(trie)
            trie.append({})
            cnt.append(0)
        u = trie[u][ch]
        cnt[u] += 1
for _ in range(q):
    u = 0
    ok = True
    for ch in input():
        if ch not in trie[u]:
            ok = False
            break
        u = trie[u][ch]
    print(cnt[u] if ok else 0)

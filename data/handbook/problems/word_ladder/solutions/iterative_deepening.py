s, t = input().split()
n = int(input())
words = list(set(input().split()) | {s})


def diff(a, b):
    return sum(x != y for x, y in zip(a, b))


adj = {a: [b for b in words if diff(a, b) == 1] for a in words}
seen = {}


def dfs(w, left):
    # can t be reached in at most `left` changes
    if w == t:
        return True
    if diff(w, t) > left or seen.get(w, -1) >= left:
        return False
    seen[w] = left
    for v in adj[w]:
        if dfs(v, left - 1):
            return True
    return False


ans = -1
for limit in range(len(words)):
    seen.clear()
    if t in words and dfs(s, limit):
        ans = limit
        break
print(ans)

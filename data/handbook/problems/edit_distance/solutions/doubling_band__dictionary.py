import sys
input = sys.stdin.readline

def banded(s, t, k):
    """edit distance if it is at most k, else None"""
    if abs(len(s) - len(t)) > k:
        return None
    prev = {j: j for j in range(min(k, len(t)) + 1)}
    for i in range(1, len(s) + 1):
        cur = {}
        for j in range(max(0, i - k), min(len(t), i + k) + 1):
            if j == 0:
                cur[j] = i
                continue
            options = [prev[j - 1] + (s[i - 1] != t[j - 1])]
            if j in prev:
                options.append(prev[j] + 1)
            if j - 1 in cur:
                options.append(cur[j - 1] + 1)
            cur[j] = min(options)
        prev = cur
    answer = prev[len(t)]
    return answer if answer <= k else None

s = input().strip()
t = input().strip()
k = 1
while (result := banded(s, t, k)) is None:
    k += k
print(result)

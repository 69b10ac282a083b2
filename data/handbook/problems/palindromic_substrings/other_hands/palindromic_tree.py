import sys

ODD, EVEN = 0, 1


def main():
    s = [ord(c) - ord("a") for c in sys.stdin.readline().strip()]
    size = [-1, 0]
    slink = [ODD, ODD]
    child = [[None] * 26, [None] * 26]
    seen = [0, 0]

    def climb(v, i):
        while i - size[v] < 1 or s[i - size[v] - 1] != s[i]:
            v = slink[v]
        return v

    cur = EVEN
    for i, letter in enumerate(s):
        cur = climb(cur, i)
        if child[cur][letter] is None:
            fresh = len(size)
            target = EVEN if cur == ODD else child[climb(slink[cur], i)][letter]
            size.append(size[cur] + 2)
            slink.append(target)
            child.append([None] * 26)
            seen.append(0)
            child[cur][letter] = fresh
        cur = child[cur][letter]
        seen[cur] += 1

    # a longer palindrome brings along the one at its end
    total = 0
    for v in range(len(size) - 1, EVEN, -1):
        total += seen[v]
        seen[slink[v]] += seen[v]
    print(total)


main()

import sys
from collections import defaultdict

input = sys.stdin.readline


def main():
    s = input().rstrip()
    cnt = defaultdict(int)
    left = 0
    best = 0
    for right, c in enumerate(s):
        cnt[c] += 1
        while cnt[c] > 1:
            cnt[s[left]] -= 1
            left += 1
        if right - left + 1 > best:
            best = right - left + 1
    print(best)


main()

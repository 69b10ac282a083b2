import sys


def main():
    text = sys.stdin.readline().strip().encode()
    pattern = sys.stdin.readline().strip().encode()
    n, m = len(text), len(pattern)
    if m > n:
        print(0)
        return
    MOD = (1 << 61) - 1
    BASE = 911382323
    want = have = 0
    for i in range(m):
        want = (want * BASE + pattern[i]) % MOD
        have = (have * BASE + text[i]) % MOD
    top = pow(BASE, m, MOD)
    count = int(want == have)
    for i in range(m, n):
        have = (have * BASE + text[i] - top * text[i - m]) % MOD
        count += want == have
    print(count)


main()

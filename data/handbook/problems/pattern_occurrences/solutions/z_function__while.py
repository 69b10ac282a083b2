import sys


def main():
    lines = sys.stdin.read().splitlines()
    text, pattern = lines[0].strip(), lines[1].strip()
    s = pattern + "\n" + text
    m = len(pattern)
    z = [0] * len(s)
    begin = end = 0  # the match that reaches furthest to the right
    found = 0
    i = 1
    while i < len(s):
        if i < end:
            z[i] = min(end - i, z[i - begin])
        while i + z[i] < len(s) and s[z[i]] == s[i + z[i]]:
            z[i] += 1
        if i + z[i] > end:
            begin = i
            end = i + z[i]
        if z[i] == m:
            found += 1
        i += 1
    print(found)


main()

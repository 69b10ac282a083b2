import re
import sys


def main():
    text, glob = sys.stdin.read().split()
    pattern = ""
    for ch in glob:
        if ch == "*":
            pattern += ".*"
        elif ch == "?":
            pattern += "."
        else:
            pattern += re.escape(ch)
    found = re.compile("^" + pattern + "$").match(text)
    print("YES" if found is not None else "NO")


main()

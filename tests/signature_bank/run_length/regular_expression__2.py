import re
import sys


def main():
    text = sys.stdin.readline().strip()
    print(re.sub(r"((\w)\2*)", lambda m: m.group(2) + str(len(m.group(1))), text))


main()

# from the left a surplus of closing brackets ends a piece, from the right one of opening brackets
import sys


def main():
    s = sys.stdin.readline().rstrip()
    result = 0
    left = right = 0
    i = 0
    while i < len(s):
        if s[i] == "(":
            left += 1
        else:
            right += 1
        if left == right and left + right > result:
            result = left + right
        if right > left:
            left = right = 0
        i += 1
    left = right = 0
    i = len(s) - 1
    while i >= 0:
        if s[i] == "(":
            left += 1
        else:
            right += 1
        if left == right and left + right > result:
            result = left + right
        if left > right:
            left = right = 0
        i -= 1
    print(result)


main()

import sys

SAD = {4, 16, 37, 58, 89, 145, 42, 20}


def main():
    out = []
    for token in sys.stdin.read().split()[1:]:
        value = int(token)
        while value != 1 and value not in SAD:
            value = sum(int(d) ** 2 for d in str(value))
        out.append("NO" if value in SAD else "YES")
    print(*out)


main()

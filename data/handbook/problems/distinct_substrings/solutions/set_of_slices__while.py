def main():
    s = input().strip()
    pieces = set()
    start = 0
    while start < len(s):
        end = start
        while (end := end + 1) <= len(s):
            pieces |= {s[start:end]}
        start += 1
    print(len(pieces))


main()

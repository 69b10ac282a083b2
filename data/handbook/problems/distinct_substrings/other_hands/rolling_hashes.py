P = (1 << 127) - 1
A = 911382323


def main():
    w = input().strip()
    seen = set()
    for i in range(len(w)):
        x = 0
        for j in range(i, len(w)):
            x = (x * A + ord(w[j]) - 96) % P
            seen.add((j - i, x))
    print(len(seen))


main()

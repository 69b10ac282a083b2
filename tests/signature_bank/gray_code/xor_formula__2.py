def main():
    bits = int(input())
    codes = []
    i = 0
    while i < 2**bits:
        code = i ^ (i // 2)
        codes.append(bin(code)[2:].zfill(bits))
        i += 1
    print(" ".join(codes))


main()

def position(values, wanted):
    i = 0
    while i < len(values) and values[i] != wanted:
        i += 1
    return -1 if i == len(values) else i


if __name__ == "__main__":
    input()
    values = [int(x) for x in input().split()]
    wanted = [int(x) for x in input().split()]
    print("\n".join(map(str, [position(values, w) for w in wanted])))

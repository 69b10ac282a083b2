def to_base(value, radix):
    powers = [1]
    while powers[-1] * radix <= value:
        powers.append(powers[-1] * radix)
    text = []
    for power in reversed(powers):
        digit, value = divmod(value, power)
        text.append(chr(ord("0") + digit) if digit < 10 else chr(ord("A") + digit - 10))
    return "".join(text)


def main():
    value, radix = map(int, input().split())
    print(to_base(value, radix))


if __name__ == "__main__":
    main()

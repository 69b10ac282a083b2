CODES = {str(number) for number in range(1, 27)}


def count(text):
    if not text:
        return 1
    return sum(count(text[size:]) for size in (1, 2) if text[:size] in CODES and len(text) >= size)


def main():
    print(count(input().strip()))


main()

import sys


def z_array(text: str) -> list[int]:
    size = len(text)
    z = [size] + [0] * (size - 1)
    left, right = 0, -1  # the rightmost match, both ends included
    for i in range(1, size):
        length = 0
        if i <= right:
            length = min(z[i - left], right - i + 1)
        while i + length < size and text[length] == text[i + length]:
            length += 1
        z[i] = length
        if i + length - 1 > right:
            left, right = i, i + length - 1
    return z


def main() -> None:
    text = sys.stdin.read().strip()
    periods = [i for i, match in enumerate(z_array(text)) if i and match == len(text) - i and len(text) % i == 0]
    print(min(periods, default=len(text)))


main()

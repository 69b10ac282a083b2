import sys

P = 2 ** 61 - 1
X = 1_234_567_890_123_457


def prefix_hashes(text):
    h = [0]
    for ch in text:
        h.append((h[-1] * X + ord(ch) - 96) % P)
    return h


def main():
    text = sys.stdin.read().strip()
    n = len(text)
    forth = prefix_hashes(text)
    back = prefix_hashes(reversed(text))

    def piece(h, start, length):
        return (h[start + length] - h[start] * pow(X, length, P)) % P

    def radius(left, right):
        """How many letters agree leftwards from left and rightwards from right."""
        good, bad = 0, min(left + 1, n - right) + 1
        while bad - good > 1:
            half = (good + bad) >> 1
            if piece(forth, right, half) == piece(back, n - 1 - left, half):
                good = half
            else:
                bad = half
        return good

    odd = max(2 * radius(i, i) - 1 for i in range(n))
    even = max((2 * radius(i, i + 1) for i in range(n - 1)), default=0)
    print(max(odd, even))


main()

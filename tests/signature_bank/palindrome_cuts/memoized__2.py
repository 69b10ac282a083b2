def pieces(text, memo):
    if not text:
        return 0
    if text not in memo:
        memo[text] = min(
            1 + pieces(text[size:], memo)
            for size in range(1, len(text) + 1)
            if text[:size] == "".join(reversed(text[:size]))
        )
    return memo[text]


def main():
    print(pieces(input().strip(), {}) - 1)


main()

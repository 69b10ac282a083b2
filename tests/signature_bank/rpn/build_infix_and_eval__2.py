def main():
    parts = []
    for token in input().split():
        if token.isdigit():
            parts.append(token)
            continue
        right = parts.pop()
        left = parts.pop()
        parts.append(f"({left} {token} {right})")
    print(eval(parts.pop()))


main()

def encode(text: str) -> str:
    pieces = []
    previous = text[0]
    count = 0
    for ch in text:
        if ch == previous:
            count += 1
        else:
            pieces.append(f"{previous}{count}")
            previous, count = ch, 1
    pieces.append(f"{previous}{count}")
    return "".join(pieces)


if __name__ == "__main__":
    print(encode(input()))

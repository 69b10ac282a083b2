def gray(n: int) -> list[str]:
    if n == 0:
        return [""]
    half = gray(n - 1)
    return ["0" + code for code in half] + ["1" + code for code in half[::-1]]


if __name__ == "__main__":
    print(" ".join(gray(int(input()))))

import sys


def longest(s: str) -> int:
    answer = 0
    for start in range(len(s)):
        used = []
        for ch in s[start:]:
            if ch in used:
                break
            used.append(ch)
        if len(used) > answer:
            answer = len(used)
    return answer


def main() -> None:
    print(longest(sys.stdin.readline().strip()))


if __name__ == "__main__":
    main()

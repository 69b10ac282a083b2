import sys


def main():
    a, b = map(int, sys.stdin.buffer.readline().split())
    half = (b - 1) // 2  # index k stands for 2k + 1
    odd = bytearray(b"\x01") * (half + 1)
    for i in range(1, half + 1):
        first = i + i + 2 * i * i
        if first > half:
            break
        odd[first::2 * i + 1] = bytes(len(range(first, half + 1, 2 * i + 1)))
    low = max(1, a // 2)
    answer = sum(odd[low:half + 1])
    if a <= 2 <= b:
        answer += 1
    print(answer)


main()

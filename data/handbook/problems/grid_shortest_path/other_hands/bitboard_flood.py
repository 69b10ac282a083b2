import sys


def to_bits(text: str, letters: str) -> int:
    return int("".join("1" if ch in letters else "0" for ch in text), 2)


def flood(picture: str, stride: int) -> int:
    dry = to_bits(picture, ".T")
    target = to_bits(picture, "T")
    wave = to_bits(picture, "S")
    time = 0
    while wave:
        if wave & target:
            return time
        spread = wave << 1
        spread |= wave >> 1
        spread |= wave << stride
        spread |= wave >> stride
        wave = spread & dry
        dry ^= wave
        time += 1
    return -1


_, w, *rows = sys.stdin.read().split()
print(flood("#".join(rows), int(w) + 1))

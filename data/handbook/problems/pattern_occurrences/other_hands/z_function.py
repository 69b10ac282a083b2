import sys
from typing import List, Sequence


def z_values(seq: Sequence[int]) -> List[int]:
    size = len(seq)
    out = [size]
    start, stop = 0, 1
    for pos in range(1, size):
        if pos < stop and out[pos - start] < stop - pos:
            out.append(out[pos - start])
            continue
        stop = max(stop, pos)
        start = pos
        while stop < size and seq[stop] == seq[stop - start]:
            stop += 1
        out.append(stop - start)
    return out


def main() -> None:
    raw = sys.stdin.buffer.read().split()
    text, word = raw[0], raw[1]
    both = z_values(word + text)
    k = len(word)
    print(len([1 for value in both[k:] if value >= k]))


main()

import sys


def lyndon_starts(text):
    """First positions of the factors of the Lyndon factorisation, from left to right (Duval, 1983)."""
    start = 0
    while start < len(text):
        right = start + 1
        left = start
        while right < len(text) and text[left] <= text[right]:
            left = left + 1 if text[left] == text[right] else start
            right += 1
        period = right - left
        while start <= left:
            yield start
            start += period


def main():
    word = sys.stdin.readline().strip()
    n = len(word)
    # of a run of equal factors the first one counts: the rest of the word repeats it
    best, previous = 0, None
    doubled = word * 2
    starts = list(lyndon_starts(doubled)) + [2 * n]
    for start, end in zip(starts, starts[1:]):
        if start >= n:
            break
        factor = doubled[start:end]
        if factor != previous:
            best = start
        previous = factor
    print(doubled[best : best + n])


main()

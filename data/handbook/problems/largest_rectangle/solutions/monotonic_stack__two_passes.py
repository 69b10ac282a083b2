import sys


def main():
    n, *h = map(int, sys.stdin.read().split())

    def lower_before(values):
        """for every position the nearest earlier one with a lower value, or -1"""
        answer, rising = [], []
        for i, v in enumerate(values):
            while rising and values[rising[-1]] >= v:
                rising.pop()
            answer.append(rising[-1] if rising else -1)
            rising.append(i)
        return answer

    left = lower_before(h)
    right = [n - 1 - p for p in lower_before(h[::-1])][::-1]
    print(max(v * (r - l - 1) for v, l, r in zip(h, left, right)))


main()

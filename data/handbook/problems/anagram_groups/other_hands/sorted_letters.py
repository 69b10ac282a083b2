import sys


def main():
    it = iter(sys.stdin.buffer.read().split())
    remaining = int(next(it))
    known = set()
    answer = 0
    while remaining:
        signature = bytes(sorted(next(it)))
        if signature not in known:
            known.add(signature)
            answer += 1
        remaining -= 1
    return answer


print(main())

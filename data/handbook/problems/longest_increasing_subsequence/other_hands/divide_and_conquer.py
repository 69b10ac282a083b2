import sys
from typing import List


def spread(seq: List[int], chain: List[int], start: int, stop: int) -> None:
    """chain[i] becomes the longest rising chain that begins at i."""
    if stop - start < 2:
        return
    cut = start + (stop - start) // 2
    spread(seq, chain, cut, stop)
    events = [(-seq[i], 0, i) for i in range(start, cut)]
    events += [(-seq[i], 1, i) for i in range(cut, stop)]
    events.sort()
    longest = 0
    for _, is_right, i in events:
        if is_right:
            longest = max(longest, chain[i])
        elif chain[i] <= longest:
            chain[i] = longest + 1
    spread(seq, chain, start, cut)


n = int(sys.stdin.readline())
seq = [int(s) for s in sys.stdin.readline().split()]
chain = [1 for _ in seq]
spread(seq, chain, 0, n)
print(max(chain))

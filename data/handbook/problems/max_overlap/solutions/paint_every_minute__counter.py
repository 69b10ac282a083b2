import fileinput
from collections import Counter
from itertools import chain


def minutes(line: str) -> range:
    came, left = line.split()
    return range(int(came), int(left) + 1)


lines = fileinput.input()
n = int(lines.readline())
crowd = Counter(chain.from_iterable(minutes(lines.readline()) for _ in range(n)))
(_, answer), = crowd.most_common(1)
print(answer)

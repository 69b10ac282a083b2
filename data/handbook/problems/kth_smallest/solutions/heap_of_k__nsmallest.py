from heapq import nsmallest
from pathlib import Path

header, numbers = Path("kth.in").read_text().split("\n")[:2]
k = int(header.split()[1])
Path("kth.out").write_text(str(nsmallest(k, map(int, numbers.split()))[-1]) + "\n")

import sys
from typing import Dict, Iterable


class XorBasis:
    def __init__(self, items: Iterable[int] = ()) -> None:
        self.by_length: Dict[int, int] = {}
        for item in items:
            self.insert(item)

    def insert(self, item: int) -> bool:
        """Adds an item; False if it was a combination of the others."""
        while item:
            length = item.bit_length()
            if length not in self.by_length:
                self.by_length[length] = item
                return True
            item ^= self.by_length[length]
        return False

    def maximum(self) -> int:
        result = 0
        for length in sorted(self.by_length, reverse=True):
            # set the leading bit of this vector if it is not set
            if not result & 1 << (length - 1):
                result ^= self.by_length[length]
        return result


tokens = sys.stdin.read().split()
print(XorBasis(map(int, tokens[1:])).maximum())

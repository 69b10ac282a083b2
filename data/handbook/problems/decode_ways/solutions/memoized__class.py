import sys
from typing import Dict, List


class Decoder:
    def __init__(self, message: str) -> None:
        self.digits: List[int] = [int(ch) for ch in message]
        self.cache: Dict[int, int] = {0: 1}

    def prefix(self, length: int) -> int:
        """In how many ways can the first `length` digits be read?"""
        if length < 0:
            return 0
        if length in self.cache:
            return self.cache[length]
        total = 0
        last = self.digits[length - 1]
        if last:
            total += self.prefix(length - 1)
        if length > 1:
            tens = self.digits[length - 2]
            if tens and tens * 10 + last < 27:
                total += self.prefix(length - 2)
        self.cache[length] = total
        return total


for line in sys.stdin:
    line = line.strip()
    if line:
        print(Decoder(line).prefix(len(line)))

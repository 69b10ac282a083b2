import sys


class Shelf:
    def __init__(self, books):
        self.slots = [*books, None]

    def put_away(self, hand):
        """Carry one book to its slot, pick up what stood there, and so on."""
        while hand is not None and self.slots[hand] != hand:
            self.slots[hand], hand = hand, self.slots[hand]

    def tidy(self):
        for i in range(len(self.slots)):
            book = self.slots[i]
            if book is not None and book != i:
                self.slots[i] = None
                self.put_away(book)

    def hole(self):
        for i, book in enumerate(self.slots):
            if book is None:
                return i


sys.stdin.readline()
shelf = Shelf(map(int, sys.stdin.readline().split()))
shelf.tidy()
print(shelf.hole())

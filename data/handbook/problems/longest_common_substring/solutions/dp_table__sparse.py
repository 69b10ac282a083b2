from collections import defaultdict


class Passage:
    def __init__(self, one, other):
        self.one = one
        self.places = defaultdict(list)
        for place, letter in enumerate(other):
            self.places[letter].append(place)

    def length(self):
        record = 0
        ending = {}
        for letter in self.one:
            following = {}
            for place in self.places[letter]:
                following[place] = ending.get(place - 1, 0) + 1
                if following[place] > record:
                    record = following[place]
            ending = following
        return record


if __name__ == "__main__":
    print(Passage(input().strip(), input().strip()).length())

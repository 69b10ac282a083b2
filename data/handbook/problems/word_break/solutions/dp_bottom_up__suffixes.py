text, count, line = open(0).read().splitlines()
dictionary = dict.fromkeys(line.split())
# ways of cutting the suffix that begins at a place
ways = {len(text): 1}
place = len(text)
while place:
    place -= 1
    ways[place] = sum(ways[place + len(w)] for w in dictionary if text.startswith(w, place))
print(ways[0])

# one row of the table per length of the matched part: to which length each letter leads
text = input()
pattern = input()
letters = {c: i for i, c in enumerate(sorted(set(pattern)))}
rows = []
shadow = [0] * len(letters)  # the row of the state that the pattern without its first letter leads to
for i, c in enumerate(pattern):
    row = shadow.copy()
    row[letters[c]] = i + 1
    rows.append(row)
    shadow = rows[shadow[letters[c]]] if i else row
rows.append(shadow)
state = found = 0
for c in text:
    state = rows[state][letters[c]] if c in letters else 0
    found += state == len(pattern)
print(found)

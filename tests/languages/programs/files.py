with open("input.txt") as file:
    words = file.read().split()
with open("output.txt", "w") as file:
    file.write("%d\n" % sum(map(int, words)))

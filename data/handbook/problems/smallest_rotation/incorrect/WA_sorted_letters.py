print("".join(sorted(input())))

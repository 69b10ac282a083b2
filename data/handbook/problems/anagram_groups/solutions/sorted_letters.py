n = int(input())
print(len({"".join(sorted(input())) for _ in range(n)}))

def main():
    print("hello")


if True print("here")

package main

func main() {
	there := 1
	println(there + nowhere)
}

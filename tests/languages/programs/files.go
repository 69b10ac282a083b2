package main

import (
	"fmt"
	"os"
)

func main() {
	in, _ := os.Open("input.txt")
	out, _ := os.Create("output.txt")
	sum := 0
	for x := 0; ; sum += x {
		if _, err := fmt.Fscan(in, &x); err != nil {
			break
		}
	}
	fmt.Fprintln(out, sum)
}

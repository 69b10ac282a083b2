package main

import (
	"container/heap"
	"fmt"
	"math/big"
	"regexp"
	"sort"
)

type ints struct{ sort.IntSlice }

func (x *ints) Push(v any) { x.IntSlice = append(x.IntSlice, v.(int)) }

func (x *ints) Pop() any {
	n := len(x.IntSlice) - 1
	v := x.IntSlice[n]
	x.IntSlice = x.IntSlice[:n]
	return v
}

func main() {
	numbers := &ints{}
	for _, v := range []int{3, 1, 2} {
		heap.Push(numbers, v)
	}
	fmt.Println(heap.Pop(numbers), new(big.Int).Exp(big.NewInt(2), big.NewInt(70), nil))
	fmt.Println(regexp.MustCompile("a+").FindString("baab"))
}

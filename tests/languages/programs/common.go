// Does what the first word of its input says.
package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"
	"sync"
	"time"
	"unicode/utf8"
)

const mib = 1 << 20

func depth(n int) int {
	if n == 0 {
		return 0
	}
	return 1 + depth(n-1)
}

func fresh() []byte {
	some := make([]byte, mib)
	for i := range some {
		some[i] = 'x'
	}
	return some
}

func keep(count, garbage int) int {
	kept := [][]byte{}
	for len(kept) < count {
		kept = append(kept, fresh())
	}
	for ; garbage > 0; garbage-- {
		latest = fresh()
	}
	return len(kept)
}

var latest []byte

func main() {
	in := bufio.NewReaderSize(os.Stdin, mib)
	what := "empty"
	fmt.Fscan(in, &what)
	switch what {
	case "empty", "hello":
		fmt.Println(what)
	case "sum":
		var n, x, sum int64
		for fmt.Fscan(in, &n); n > 0; n-- {
			fmt.Fscan(in, &x)
			sum += x
		}
		fmt.Println(sum)
	case "wide":
		var a, b int64
		fmt.Fscan(in, &a, &b)
		fmt.Println(a*b, a*b%998244353)
	case "exit":
		fmt.Println("before")
		os.Exit(3)
	case "crash":
		var nowhere *int
		*nowhere = 1
	case "throw":
		panic("thrown")
	case "recurse":
		var n int
		fmt.Fscan(in, &n)
		fmt.Println(depth(n))
	case "threads":
		var sums [4]int64
		var group sync.WaitGroup
		for part := 0; part < 4; part++ {
			group.Add(1)
			go func(part int) {
				defer group.Done()
				for i := part; i <= 1000000; i += 4 {
					sums[part] += int64(i)
				}
			}(part)
		}
		group.Wait()
		fmt.Println(sums[0] + sums[1] + sums[2] + sums[3])
	case "utf8":
		in.ReadString('\n')
		line, _ := in.ReadString('\n')
		line = strings.TrimSpace(line)
		fmt.Println(utf8.RuneCountInString(line), line)
	case "sleep":
		time.Sleep(time.Minute)
	case "burn":
		for {
		}
	case "hog":
		keep(mib, 0)
	case "fill":
		var count int
		fmt.Fscan(in, &count)
		fmt.Println(keep(count, 0))
	case "churn":
		var count int
		fmt.Fscan(in, &count)
		fmt.Println(keep(count, 600))
	case "flood":
		for some := []byte(strings.Repeat("x", 65536)); ; {
			os.Stdout.Write(some)
		}
	case "close":
		fmt.Println("done")
		os.Stdout.Close()
	case "stderr":
		fmt.Fprint(os.Stderr, strings.Repeat("e", mib))
		fmt.Println("ok")
	}
}

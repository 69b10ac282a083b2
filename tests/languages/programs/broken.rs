fn main() {
    let there = 1;

    // the next line names what is not there
    println!("{}", there + nowhere);
}

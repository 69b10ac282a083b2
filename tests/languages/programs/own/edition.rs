// Of edition 2021: arrays give their items away, formats take names, TryFrom is known.
use std::collections::BTreeMap;
use std::io::Read;

fn main() {
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text).unwrap();
    let numbers: Vec<i64> = text.split_whitespace().map(|word| word.parse().unwrap()).collect();
    let pair = <[i64; 2]>::try_from(numbers).unwrap();
    let squares: Vec<i64> = pair.into_iter().map(|each| each * each).collect();
    let named: BTreeMap<_, _> = [("x", pair[0])].into_iter().collect();
    let x = named["x"];
    println!("{squares:?} x={x}");
}

function main() {
  console.log("hello");
}

if (true console.log("here");

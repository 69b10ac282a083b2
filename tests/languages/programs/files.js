const fs = require("fs");

const words = fs.readFileSync("input.txt", "utf8").split(/\s+/).filter(Boolean);
fs.writeFileSync("output.txt", words.reduce((sum, word) => sum + Number(word), 0) + "\n");

-- Takes tokens from a bucket.
-- KEYS: bucket
-- ARGV: rate per s, most, cost
-- Returns milliseconds to wait, 0: taken. Run twice it takes twice.
-- include parts/now.lua
-- include parts/token_bucket.lua
return math.ceil(1000 * take_tokens(KEYS[1], tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])))

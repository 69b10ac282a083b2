-- Puts runs back whose worker fell silent (rules 3 and 5).
-- KEYS: see parts/runs.lua
-- ARGV: most attempts, kept s
-- Returns nothing.
-- include parts/now.lua
-- include parts/runs.lua
sweep(tonumber(ARGV[1]), ARGV[2])

-- Lets go what is too old, and of what nobody needs the oldest while a kind is over its bound or Redis is to have more
-- room (rule 12). Everything is deleted before anything is written, so that a full Redis lets it.
-- KEYS: none
-- ARGV: most, bound of verdicts, of problems, of results (bytes), bytes to free besides, results' least age s
-- Returns {how many went, bytes of them}; fewer than `most`: there is nothing more to do.
-- include parts/now.lua
-- include parts/holdings.lua
local most, to_free, least_s = tonumber(ARGV[1]), tonumber(ARGV[5]), tonumber(ARGV[6])
local gone, freed, counts = 0, 0, {}
local books = {
  {'verdicts', 'ej:verdicts', drop_verdict, tonumber(ARGV[2])},
  {'problems', 'ej:age:problems', drop_problem, tonumber(ARGV[3])},
  {'results', 'ej:age:results', drop_results, tonumber(ARGV[4])},
}
for _, book in ipairs(books) do
  for _, id in ipairs(redis.call('ZRANGEBYSCORE', book[2], '-inf', now, 'LIMIT', 0, most - gone)) do
    freed, gone = freed + book[3](id), gone + 1
  end
end
local function may_go(kind, id)
  if kind ~= 'results' then return true end
  return tonumber(redis.call('HGET', 'ej:job:' .. id, 'finished_at') or '0') + least_s <= now
end
for _, book in ipairs(books) do
  local kind, bound = book[1], book[4]
  local over = tonumber(redis.call('HGET', 'ej:bytes', kind) or '0') - bound
  for _, id in ipairs(redis.call('ZRANGE', book[2], 0, math.max(0, most - gone - 1))) do
    if gone >= most or (over <= 0 and freed >= to_free) then break end
    if may_go(kind, id) then
      local bytes = book[3](id)
      over, freed, gone = over - bytes, freed + bytes, gone + 1
      table.insert(counts, {kind, bytes})
    end
  end
end
for _, each in ipairs(counts) do count_dropped(each[1], each[2]) end
return {gone, freed}

-- Drops entries of RQ's whose job is gone (rule 8), while there are more than chunks that wait: any entry wakes a
-- worker, so that their order says nothing, and those that stay go to the end.
-- KEYS: open, RQ's queue
-- ARGV: how many more there may be, most to look at
-- Returns how many were looked at; fewer than `most`: there is nothing more to do.
local looked, kept = 0, {}
local over = redis.call('LLEN', KEYS[2]) - redis.call('ZCARD', KEYS[1]) - tonumber(ARGV[1])
while looked < tonumber(ARGV[2]) and over > 0 do
  local id = redis.call('LPOP', KEYS[2])
  if not id then break end
  looked = looked + 1
  if redis.call('EXISTS', 'rq:job:' .. id) == 1 then table.insert(kept, id) else over = over - 1 end
end
if #kept > 0 then redis.call('RPUSH', KEYS[2], unpack(kept)) end
return looked

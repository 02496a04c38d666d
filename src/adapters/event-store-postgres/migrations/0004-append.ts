import type { Migration } from '../../../application/ports/migrations.js';

/**
 * The only way into the log.
 *
 * `store.append_batch` takes appends in queue order and gives each its verdict: `stored`, `repeated`, `conflict`,
 * `unknown-stream`, `claims-missing` or `closed`. Streams and tenants come once each and are named by their place in those lists;
 * so is each event's append, and each append's last event. The bytes of all events come as one text, with each event's length and
 * the offset at which its `recordedAt` goes. Because the lock is held through the commit,
 * positions have no gaps and commit order is position order.
 *
 * Plans are made while the table is empty, and kept: EXISTS and IN would become a hashed scan of the whole log, a lateral with
 * LIMIT 1 does not. An append at its stream's head has no earlier version of its own above the one it expects, so only an append
 * elsewhere is looked at more closely.
 */
export const append: Migration = {
  adapter: 'event-store-postgres',
  number: 4,
  name: 'append',
  formerly: ['7997cf168ee9e3994dfcad7abf461f87cde386e1a0e5f60ddd4fb25c481d0932'],
  sql: `
create function store.append_batch(
  tenants text[], streams text[],
  of_tenant integer[], of_stream integer[], expected integer[], commands uuid[], decisions uuid[], keys integer[], last_events integer[],
  of_append integer[], event_ids uuid[], types text[], lengths integer[], undated_at integer[], bytes bytea,
  out verdicts text[], out versions integer[], out positions bigint[], out times text[])
language plpgsql security definer set search_path = pg_catalog, store, pg_temp as $$
#variable_conflict use_variable
declare
  zeros constant bytea := decode(repeat('00', 32), 'hex');
  undated constant bytea := '0000-00-00T00:00:00.000000Z';
  appends constant integer := cardinality(expected);
  events constant integer := cardinality(event_ids);
  many_on_one constant boolean := cardinality(streams) < appends;
  closed boolean;
  last_position bigint;
  last_at timestamptz;
  clock timestamptz;
  now_at timestamptz;
  now_text text;
  now_bytes bytea;
  -- per stream, as the loop goes on; last_stored and stored_before chain the appends of this batch that were stored
  read_heads integer[];
  heads integer[];
  hashes bytea[];
  owners text[];
  last_stored integer[] := array_fill(0, array[cardinality(streams)]);
  stored_before integer[] := array_fill(0, array[appends]);
  -- per tenant; those of the tenant at hand stand in number and tenant_hash
  numbers bigint[];
  tenant_hashes bytea[];
  number bigint;
  tenant_hash bytea;
  -- per append that is stored: its instant, and the tenant's number of its last event
  instants timestamptz[] := array_fill(null::timestamptz, array[appends]);
  last_numbers bigint[] := array_fill(null::bigint, array[appends]);
  -- per event that is stored
  new_bytes bytea[] := array_fill(null::bytea, array[events]);
  new_hashes bytea[] := array_fill(null::bytea, array[events]);
  new_tenant_hashes bytea[] := array_fill(null::bytea, array[events]);
  -- the append at hand
  stream integer;
  tenant integer := 0;
  refusal text;
  same integer;
  earlier record;
  first_event integer := 1;
  stored bigint := 0;
  start integer := 1;
  hash bytea;
begin
  verdicts := array_fill('stored'::text, array[appends]);
  versions := array_fill(null::integer, array[appends]);
  positions := array_fill(null::bigint, array[appends]);
  times := array_fill(null::text, array[appends]);
  perform store.take_lock();
  select coalesce(l.position, 0), l.recorded_at, m.closed is true,
         case when i.simulated then coalesce(c.at, 'epoch') else clock_timestamp() end
    into last_position, last_at, closed, clock
    from store.identity i
    left join lateral (select e.position, e.recorded_at from store.es_event e order by e.position desc limit 1) l on true
    left join lateral (select true as closed from store.closing_mark m order by m.id desc limit 1) m on true
    left join lateral (select c.at from store.simulated_clock c where i.simulated order by c.at desc limit 1) c on true;
  now_at := store.next_instant(clock, last_at);

  select array_agg(coalesce(h.version, 0)), array_agg(coalesce(h.hash, zeros)), array_agg(h.tenant)
    into heads, hashes, owners
    from unnest(streams) s (name)
    left join lateral (select e.version, e.hash, e.tenant from store.es_event e where e.stream = s.name
                       order by e.stream desc, e.version desc limit 1) h on true;
  read_heads := heads;
  select array_agg(coalesce(h.tenant_number, 0)), array_agg(coalesce(h.tenant_hash, zeros)) into numbers, tenant_hashes
    from unnest(tenants) t (name)
    left join lateral (select e.tenant_number, e.tenant_hash from store.es_event e where e.tenant = t.name
                       order by e.tenant desc, e.position desc limit 1) h on true;
  if cardinality(tenants) > (select count(distinct t.name) from unnest(tenants) t (name)) then
    raise exception 'each tenant is named once' using errcode = '22023';
  end if;

  for a in 1 .. appends loop
    stream := of_stream[a];
    if tenant <> of_tenant[a] then
      if tenant > 0 then
        numbers[tenant] := number;
        tenant_hashes[tenant] := tenant_hash;
      end if;
      tenant := of_tenant[a];
      number := numbers[tenant];
      tenant_hash := tenant_hashes[tenant];
    end if;

    if closed or owners[stream] <> tenants[tenant] or heads[stream] <> expected[a] or keys[a] > 0 then
      refusal := null;
      if closed then
        refusal := 'closed';
      elsif owners[stream] <> tenants[tenant] then
        refusal := 'unknown-stream';
      elsif heads[stream] <> expected[a] then
        refusal := 'conflict';
        versions[a] := heads[stream];
        -- The command's own events, above the version that it expects: stored before, or by an earlier append of this batch.
        if read_heads[stream] > expected[a] then
          select e.version, e.position, store.instant_text(e.recorded_at) as at into earlier
            from store.es_event e where e.stream = streams[stream] and e.version > expected[a] and e.command_id = commands[a]
            order by e.stream desc, e.version desc limit 1;
          if found then
            refusal := 'repeated';
            versions[a] := earlier.version;
            positions[a] := earlier.position;
            times[a] := earlier.at;
          end if;
        end if;
        same := last_stored[stream];
        while refusal = 'conflict' and same > 0 loop
          if commands[same] = commands[a] and versions[same] > expected[a] then
            refusal := 'repeated';
            versions[a] := versions[same];
            positions[a] := positions[same];
            times[a] := times[same];
          end if;
          same := stored_before[same];
        end loop;
      elsif keys[a] > (select count(*) from (select from store.key_claim c where c.tenant = tenants[tenant] and c.decision = decisions[a]
                                            order by c.tenant, c.decision, c.kind, c.key limit keys[a]) claimed) then
        refusal := 'claims-missing';
      end if;
      if refusal is not null then
        verdicts[a] := refusal;
        for e in first_event .. last_events[a] loop
          start := start + lengths[e];
        end loop;
        first_event := last_events[a] + 1;
        continue;
      end if;
    end if;

    now_text := store.instant_text(now_at);
    now_bytes := convert_to(now_text, 'UTF8');
    hash := hashes[stream];
    for e in first_event .. last_events[a] loop
      if undated_at[e] not between 0 and lengths[e] - 27
        or substring(bytes from start + undated_at[e] for 27) is distinct from undated then
        raise exception 'recordedAt is not undated where the store dates it' using errcode = '22023';
      end if;
      new_bytes[e] := overlay(substring(bytes from start for lengths[e]) placing now_bytes from undated_at[e] + 1 for 27);
      hash := sha256(new_bytes[e] || hash);
      tenant_hash := sha256(tenant_hash || hash);
      new_hashes[e] := hash;
      new_tenant_hashes[e] := tenant_hash;
      start := start + lengths[e];
      stored := stored + 1;
    end loop;
    versions[a] := expected[a] + last_events[a] - first_event + 1;
    positions[a] := last_position + stored;
    times[a] := now_text;
    instants[a] := now_at;
    number := number + last_events[a] - first_event + 1;
    last_numbers[a] := number;
    if many_on_one then
      heads[stream] := versions[a];
      hashes[stream] := hash;
      owners[stream] := tenants[tenant];
      stored_before[a] := last_stored[stream];
      last_stored[stream] := a;
    end if;
    first_event := last_events[a] + 1;
    now_at := now_at + interval '1 microsecond';
  end loop;
  if start - 1 <> octet_length(bytes) or first_event - 1 <> events then
    raise exception 'the events do not add up to their bytes' using errcode = '22023';
  end if;

  if stored > 0 then
    insert into store.es_event (position, version, recorded_at, sealed_at, tenant_number, event_id, command_id, decision,
                                tenant, stream, type, hash, tenant_hash, bytes)
      select positions[a] - last_events[a] + e, versions[a] - last_events[a] + e, instants[a], instants[a],
             last_numbers[a] - last_events[a] + e, event_ids[e], commands[a], decisions[a],
             tenants[of_tenant[a]], streams[of_stream[a]], types[e], new_hashes[e], new_tenant_hashes[e], new_bytes[e]
      from generate_series(1, events) e cross join lateral (select of_append[e] as a) of
      where new_hashes[e] is not null;
    perform pg_notify('trajectlijn_appended', (last_position + stored)::text);
  end if;
end $$;

revoke execute on function store.append_batch from public;
grant execute on function store.append_batch to trajectlijn_flusher;
`,
};

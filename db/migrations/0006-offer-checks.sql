-- A shared result of the offer check: what was found, without the text it was found in. Kept thirty days.
create table offer_results (
  code text primary key check (code ~ '^[2-9A-HJKMNP-Z]{10}$'),
  made_at timestamptz not null default now(),
  expires_at timestamptz not null,
  -- Findings as they were worded that day, quotes masked; countries, jobs and registered agencies. No person, no number.
  answer jsonb not null check (length(answer::text) <= 100000),
  office_id int references offices,
  constraint thirty_days check (expires_at <= made_at + interval '31 days')
);
create index on offer_results (expires_at);

-- How often which signs were seen: counts and nothing else. Who asked, from where and with which words is never written.
create table offer_signals (
  day date not null,
  -- The district office chosen by the person, when one was.
  office_id int references offices,
  country text check (length(country) <= 60),
  sector text check (length(sector) <= 60),
  level text not null check (level in ('danger', 'warnings', 'incomplete', 'nothing-found')),
  rule_ids text[] not null,
  count int not null default 1 check (count > 0),
  unique nulls not distinct (day, office_id, country, sector, level, rule_ids)
);

-- Per week and sign, for whoever looks at trends.
create view offer_signal_weeks with (security_invoker = true) as
  select date_trunc('week', day)::date as week, office_id, country, sector, level, rule_id, sum(count)::int as count
  from offer_signals cross join lateral unnest(rule_ids) as rule_id
  group by 1, 2, 3, 4, 5, 6;

do $$
declare t text;
begin
  foreach t in array array['offer_results', 'offer_signals'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy work on %I to sinergi_jobs using (true) with check (true)', t);
  end loop;
end $$;

-- A result is for whoever has its code; the query names the code, the policy the thirty days.
create policy known on offer_results for select to sinergi_web using (expires_at > now());
create policy keep on offer_results for insert to sinergi_web with check (true);
create policy seen on offer_signals for select to sinergi_web using (app_staff() is not null);

grant select, insert on offer_results to sinergi_web;
grant select, delete on offer_results to sinergi_jobs;
grant select on offer_signals, offer_signal_weeks to sinergi_web, sinergi_jobs;
grant insert, update on offer_signals to sinergi_jobs;

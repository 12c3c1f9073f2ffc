-- What the public is told, as data: the offer rules, the usual wages, the procedural route, the advice on safety.
-- A version is written by one person and released by another; the released one with the highest number speaks.
create table guidance (
  id int generated always as identity primary key,
  kind text not null check (kind in ('offer-rules', 'plausibility', 'procedural-route', 'safety')),
  number int not null check (number > 0),
  state text not null default 'draft' check (state in ('draft', 'submitted', 'released', 'returned')),
  body jsonb not null,
  change_note text not null check (length(change_note) between 3 and 1000),
  -- Nobody: the version that came with the program.
  author_id text references staff,
  written_at timestamptz not null default now(),
  decided_by text references staff,
  decided_at timestamptz,
  decision_note text,
  unique (kind, number),
  constraint four_eyes check (decided_by is null or decided_by <> author_id),
  constraint decided check ((state in ('released', 'returned')) = (decided_at is not null))
);
create index on guidance (kind, number desc) where state = 'released';

create function keep_released_guidance() returns trigger language plpgsql as $$
begin
  if old.state = 'released' then
    raise exception 'guidance % is released and never changes; write the next version', old.id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger released_is_final before update or delete on guidance for each row execute function keep_released_guidance();

alter table guidance enable row level security;
alter table guidance force row level security;
create policy released on guidance for select to sinergi_web using (state = 'released' or app_staff() is not null);
create policy write on guidance for insert to sinergi_web
  with check (author_id = app_staff() and state in ('draft', 'submitted') and decided_by is null);
create policy decide on guidance for update to sinergi_web
  using (app_staff() is not null) with check (state <> 'released' or decided_by = app_staff());
create policy work on guidance to sinergi_jobs using (true) with check (true);
grant select, insert, update on guidance to sinergi_web, sinergi_jobs;

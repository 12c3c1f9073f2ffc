-- The news desk. An article is drafted from recorded facts; these are kept as they were, so that it stands when its source is gone.
create table articles (
  id int generated always as identity primary key,
  office_id int not null references offices,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
  source_kind text not null check (source_kind in ('campaign', 'recap', 'activity', 'meeting')),
  source_id int,
  facts jsonb not null,
  facts_at timestamptz not null default now(),
  region_code text references regions,
  -- Counts every write and move: the second of two writers is told.
  revision int not null default 1,
  made_by text not null references staff,
  made_at timestamptz not null default now(),
  withdrawn_by text references staff,
  withdrawn_at timestamptz,
  withdrawn_why text,
  sample boolean not null default false,
  check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_why is null))
);
create index on articles (office_id);

-- What an article says. A released version never changes; a correction is the next one and says what changed.
create table article_versions (
  id int generated always as identity primary key,
  article_id int not null references articles,
  number int not null check (number > 0),
  state text not null default 'draft' check (state in ('draft', 'submitted', 'released')),
  title text not null check (length(title) between 3 and 140),
  body text not null check (length(body) between 1 and 20000),
  quotes jsonb not null default '[]',
  picture_key text,
  picture_small_key text,
  picture_alt text not null default '',
  picture_consent text not null default '',
  change_note text not null default '',
  author_id text not null references staff,
  -- Everybody who wrote in it: none of them releases it.
  writers text[] not null,
  written_at timestamptz not null default now(),
  decided_by text references staff,
  decided_at timestamptz,
  decision_note text,
  unique (article_id, number),
  constraint four_eyes check (decided_by is null or not (decided_by = any(writers))),
  constraint released_by_somebody check (state <> 'released' or decided_at is not null),
  constraint says_what_changed check (number = 1 or length(change_note) >= 5),
  check ((picture_key is null) = (picture_small_key is null)),
  check (author_id = any(writers))
);

create function keep_released_articles() returns trigger language plpgsql as $$
begin
  if old.state = 'released' then
    raise exception 'article version % is released and never changes; write a correction', old.id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger released_is_final before update or delete on article_versions
  for each row execute function keep_released_articles();

create table article_events (
  id bigint generated always as identity primary key,
  article_id int not null references articles,
  at timestamptz not null default now(),
  staff_id text not null references staff,
  office_id int not null references offices,
  move text not null,
  from_state text not null,
  to_state text not null,
  note text
);
create index on article_events (article_id, at);

-- A finding of the checker that the editor lets stand, and why.
create table kept_findings (
  article_id int not null references articles,
  finding text not null,
  reason text not null check (length(reason) between 5 and 300),
  kept_by text not null references staff,
  kept_at timestamptz not null default now(),
  primary key (article_id, finding)
);

-- How often an article was read, by the hour; nothing about who did.
create table article_hours (
  article_id int not null references articles,
  hour timestamptz not null,
  reads bigint not null default 0,
  previews bigint not null default 0,
  primary key (article_id, hour)
);

-- Offices whose drafts the asking one sees: itself, and for the two that release, those of the same province.
create function desk_offices() returns setof int language sql stable security definer set search_path = public, pg_temp
  as $$
    select app_office() where app_office() is not null
    union select theirs.office_id from offices o
      join office_regions own on own.office_id = o.id
      join office_regions theirs on left(theirs.region_code, 2) = left(own.region_code, 2)
      where o.id = app_office() and o.kind in ('bp3mi', 'province') $$;
create function public_articles() returns setof int language sql stable security definer set search_path = public, pg_temp
  as $$ select article_id from article_versions where state = 'released' $$;
create function desk_articles() returns setof int language sql stable security definer set search_path = public, pg_temp
  as $$ select id from articles where office_id in (select desk_offices()) $$;
-- Names as the directory of an office has them, for the checker; only of offices whose drafts the asker sees.
create function desk_people(office int) returns setof text language sql stable security definer set search_path = public, pg_temp
  as $$ select name from staff where active and office_id = office and office in (select desk_offices()) $$;

do $$
declare t text;
begin
  foreach t in array array['articles', 'article_versions', 'article_events', 'kept_findings', 'article_hours'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy work on %I to sinergi_jobs using (true) with check (true)', t);
    execute format('grant select, insert, update on %I to sinergi_jobs', t);
  end loop;
  foreach t in array array['articles', 'article_versions'] loop
    execute format('create policy sight on %I for select to sinergi_sight using (true)', t);
    execute format('grant select on %I to sinergi_sight', t);
  end loop;
end $$;
create policy desk_sight on office_regions for select to sinergi_sight using (true);
create policy desk_sight on staff for select to sinergi_sight using (true);
grant select on office_regions to sinergi_sight;
grant select (office_id, name, active) on staff to sinergi_sight;

create policy desk on articles for select to sinergi_web using (office_id = any(array(select desk_offices())));
create policy published on articles for select to sinergi_web using (id = any(array(select public_articles())));
create policy draft on articles for insert to sinergi_web with check (office_id = app_office() and made_by = app_staff());
create policy move on articles for update to sinergi_web
  using (office_id = any(array(select desk_offices()))) with check (office_id = any(array(select desk_offices())));
create policy desk on article_versions for select to sinergi_web using (article_id = any(array(select desk_articles())));
create policy published on article_versions for select to sinergi_web using (state = 'released');
create policy write on article_versions for insert to sinergi_web with check (
  state = 'draft' and author_id = app_staff() and article_id in (select a.id from articles a where a.office_id = app_office()));
create policy move on article_versions for update to sinergi_web
  using (article_id = any(array(select desk_articles())))
  with check (state <> 'released' or decided_by = app_staff());
create policy desk on article_events for select to sinergi_web using (article_id = any(array(select desk_articles())));
create policy own on article_events for insert to sinergi_web
  with check (office_id = app_office() and staff_id = app_staff() and article_id = any(array(select desk_articles())));
create policy desk on kept_findings for select to sinergi_web using (article_id = any(array(select desk_articles())));
create policy keep on kept_findings for insert to sinergi_web
  with check (kept_by = app_staff() and article_id = any(array(select desk_articles())));
create policy counted on article_hours for select to sinergi_web using (true);

grant select, insert on articles, article_versions, article_events, kept_findings to sinergi_web;
grant update (revision, withdrawn_by, withdrawn_at, withdrawn_why) on articles to sinergi_web;
grant update (state, title, body, quotes, picture_key, picture_small_key, picture_alt, picture_consent, change_note, author_id,
  writers, written_at, decided_by, decided_at, decision_note) on article_versions to sinergi_web;
grant select on article_hours to sinergi_web;

grant create on schema public to sinergi_sight;
alter function desk_offices() owner to sinergi_sight;
alter function public_articles() owner to sinergi_sight;
alter function desk_articles() owner to sinergi_sight;
alter function desk_people(int) owner to sinergi_sight;
revoke create on schema public from sinergi_sight;

-- For insight: what was published, by month, office and district, and how often it has been read.
create view published_articles with (security_invoker = true) as
  select to_char(v.decided_at at time zone 'Asia/Makassar', 'YYYY-MM') as month, a.office_id, a.region_code,
    count(distinct a.id) as articles, coalesce(sum(h.reads), 0)::bigint as reads
  from articles a
  join article_versions v on v.article_id = a.id and v.number = 1 and v.state = 'released'
  left join (select article_id, sum(reads) as reads from article_hours group by article_id) h on h.article_id = a.id
  where a.withdrawn_at is null and not a.sample
  group by 1, 2, 3;
grant select on published_articles to sinergi_web, sinergi_jobs;

-- A list that an officer looks at often, under a name of the officer's own: whose desk, what, and where. It tells nothing of a case.
create table own_views (
  staff_id text not null references staff,
  name text not null check (length(name) between 1 and 40),
  desk text not null check (desk in ('office', 'mine', 'shared', 'offered', 'asked')),
  view text not null check (view in ('open', 'new', 'urgent', 'waiting', 'overdue', 'contested', 'closed')),
  area text not null default '' check (area ~ '^(\d{2}\.\d{2})?$'),
  primary key (staff_id, name)
);
alter table own_views enable row level security;
alter table own_views force row level security;
create policy own on own_views to sinergi_web using (staff_id = app_staff()) with check (staff_id = app_staff());
grant select, insert, update, delete on own_views to sinergi_web;

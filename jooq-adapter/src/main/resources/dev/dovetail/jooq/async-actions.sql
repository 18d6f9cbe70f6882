-- The calls of asynchronous actions. For PostgreSQL 13 or later; run it where the table is to be.
create table dovetail_async_action (
  id uuid primary key,
  action text not null,
  -- json and not jsonb: what was written is kept to the letter, \u0000 included
  arguments json not null,
  session json not null,
  headers json,
  status text not null default 'queued'
    check (status in ('queued', 'running', 'completed', 'failed', 'cancelled', 'expired')),
  attempts integer not null default 0 check (attempts >= 0),
  -- when it is to be delivered; while it runs, when its lease ends
  due_at timestamptz not null default now(),
  lease uuid,
  leased_at timestamptz,
  output json,
  errors json,
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  check ((status = 'running') = (lease is not null)),
  check ((status in ('queued', 'running')) = (finished_at is null))
);

create index dovetail_async_action_due on dovetail_async_action (due_at) where status in ('queued', 'running');

create unique index dovetail_async_action_lease on dovetail_async_action (lease) where lease is not null;

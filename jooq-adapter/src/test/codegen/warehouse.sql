drop schema if exists warehouse cascade;
drop schema if exists people cascade;
drop schema if exists shop cascade;
drop extension if exists citext cascade;
drop extension if exists hstore cascade;
create schema warehouse;
create schema people;
create schema shop;
drop schema if exists extensions cascade;
create schema extensions;
create extension citext schema extensions;
create extension hstore schema extensions;
create collation people.letters_alike (provider = icu, locale = 'und-u-ks-level2', deterministic = false);

create type warehouse.mood as enum ('happy', 'so so', 'class', '1st', 'HAPPY', 'été');
create type people.role as enum ('admin', 'user');
create type warehouse.size as (width int, height int);
create domain warehouse.code as varchar(3) check (value <> '');
create domain warehouse.short_code as warehouse.code not null;
create domain warehouse.moods as warehouse.mood[];
create domain people.email as extensions.citext;

create table people.person (
  id bigint generated always as identity primary key,
  name text not null,
  email people.email unique,
  nick varchar(20) collate people.letters_alike,
  role people.role not null default 'user',
  boss_id bigint references people.person (id),
  active char(1) not null default 'Y',
  state int not null default 0,
  born int,
  seen timestamptz,
  salary numeric(10, 2),
  flags char(1)[],
  states int[],
  tickets uuid[],
  full_name text generated always as ('Mx ' || name) stored
);
comment on table people.person is 'Who works here';
comment on column people.person.name is 'What everybody calls them';
create index on people.person (boss_id);

create table warehouse."class" (
  "public" text not null, "class" int not null, "Quoted""Name" text, "getClass" int, "two words" text, "1st" int,
  primary key ("class", "public")
);
create table warehouse."Order Lines" (
  order_no int not null, line_no smallint not null, class_no int, class_public text, mood warehouse.mood,
  picked_by bigint references people.person (id),
  primary key (order_no, line_no),
  foreign key (class_no, class_public) references warehouse."class" ("class", "public")
);
create index lines_by_picker on warehouse."Order Lines" (picked_by desc, mood);

create table warehouse.kinds (
  id uuid primary key,
  a_smallint int2, a_int int4, a_bigint int8, a_numeric numeric(12, 3), a_bare_numeric numeric, a_real real,
  a_double double precision, a_text text, a_varchar varchar(10), a_char char(5), a_one_char "char", a_name name,
  a_citext extensions.citext, a_bool boolean, a_date date, a_time time, a_timetz timetz, a_timestamp timestamp(3),
  a_timestamptz timestamptz, a_interval interval, a_json json, a_jsonb jsonb, a_xml xml, a_bytea bytea, a_inet inet,
  a_cidr cidr, a_macaddr macaddr, a_range int4range, a_tsvector tsvector, a_money money, a_bit bit(3),
  a_varbit varbit, a_oid oid, a_point point, a_hstore extensions.hstore, a_regclass regclass, a_size warehouse.size,
  a_mood warehouse.mood, a_role people.role, a_code warehouse.code, a_short_code warehouse.short_code,
  a_moods warehouse.moods, an_email people.email, a_numeric_whole numeric(9, 0), a_numeric_long numeric(18, 0),
  int_array int[], text_array text[], grid int[][], mood_array warehouse.mood[], code_array warehouse.code[],
  uuid_array uuid[], timestamptz_array timestamptz[], jsonb_array jsonb[], bytea_array bytea[],
  size_array warehouse.size[], range_array int4range[], citext_array extensions.citext[], role_array people.role[]
);
create table warehouse.indexes (
  id int primary key, a int not null, b int not null, c int not null, d int, e jsonb, f timestamptz, g text, h int, i int,
  j int not null, k int not null,
  unique (a, b),
  unique (c) deferrable initially deferred,
  unique nulls not distinct (d)
);
create unique index on warehouse.indexes (f) where h > 0;
create index on warehouse.indexes (h) where h > 0;
create index on warehouse.indexes using brin (i);
create index on warehouse.indexes using gin (e);
create index on warehouse.indexes using hash (g);
create index on warehouse.indexes (lower(g));
create unique index on warehouse.indexes (lower(g), a);
create unique index on warehouse.indexes (j) include (k);
create index on warehouse.indexes (b desc nulls last, c) include (d);
create table warehouse.parts (id int not null, day date not null, text text, primary key (id, day)) partition by range (day);
create table warehouse.parts_2026 partition of warehouse.parts for values from ('2026-01-01') to ('2027-01-01');

create view warehouse.happy as
  select order_no, line_no, mood from warehouse."Order Lines" where mood = 'happy';
create materialized view warehouse.counts as
  select p.id as person_id, count(*) as lines from people.person p join warehouse."Order Lines" l on l.picked_by = p.id
  group by p.id;
create unique index on warehouse.counts (person_id);
create function warehouse.lines_of(person bigint) returns table (order_no int, line_no smallint) language sql as
  $$ select order_no, line_no from warehouse."Order Lines" where picked_by = person $$;
create function warehouse.all_lines() returns setof warehouse."Order Lines" language sql as
  $$ select * from warehouse."Order Lines" $$;

-- what the README has
create table shop.users (id uuid primary key, name text not null, auth0_id text);
create table shop.orders (
  id int primary key, user_id uuid not null references shop.users, total numeric(10, 2) not null,
  created_at timestamptz not null
);
create index on shop.orders (user_id);

insert into shop.users values
  ('7b1f4d4e-54fd-4d0a-9b5e-0d1a7f7f2a11', 'Hodor', 'auth0|42'), ('c0a8012e-3b5f-4b1c-8a53-6d1f2f0c9e77', 'Meera', null);
insert into shop.orders values
  (1, '7b1f4d4e-54fd-4d0a-9b5e-0d1a7f7f2a11', 12.50, '2025-03-01Z'),
  (2, '7b1f4d4e-54fd-4d0a-9b5e-0d1a7f7f2a11', 30, '2025-03-02Z'),
  (3, 'c0a8012e-3b5f-4b1c-8a53-6d1f2f0c9e77', 99, '2025-03-03Z');
insert into people.person (name, email, nick, role, boss_id, active, state, born, seen, salary, flags, states, tickets) values
  ('Hodor', 'Hodor@example.org', 'hod', 'admin', null, 'Y', 1, 365, '2026-01-02 10:15Z', 12.50, '{Y,N}', '{1,0,NULL}',
   '{7b1f4d4e-54fd-4d0a-9b5e-0d1a7f7f2a11}'),
  ('Arya', 'arya@example.org', 'HOD', 'user', 1, 'N', 0, 366, null, null, null, '{}', null),
  ('Bran', null, null, 'user', 1, 'Y', 7, null, null, null, '{?}', '{1}', '{NULL}');
insert into warehouse."class" values ('a', 1, 'quoted', 2, 'words', 3), ('b', 1, null, null, null, null);
insert into warehouse."Order Lines" values
  (1, 1, 1, 'a', 'happy', 1), (1, 2, 1, 'b', 'so so', 1), (2, 1, null, null, 'class', 2), (2, 2, 1, null, '1st', null);
insert into warehouse.kinds values (
  '7b1f4d4e-54fd-4d0a-9b5e-0d1a7f7f2a11',
  1, 2, 3, 4.500, 5.25, 6.5, 7.5, 'text', 'varchar', 'char', 'c', 'name',
  'CiText', true, '2026-01-02', '10:15', '10:15+01', '2026-01-02 10:15:00.123',
  '2026-01-02 10:15Z', '1 day', '{"a": 1}', '{"a": 2}', '<a/>', '\x01ff', '10.0.0.1',
  '10.0.0.0/8', '08:00:2b:01:02:03', '[1,5)', 'a b', '1.50', '101',
  '11', 42, '(1,2)', 'a=>1', 'people.person', '(1,2)',
  'so so', 'admin', 'abc', 'abd',
  '{happy,"so so"}', 'A@b.c', 9, 10,
  '{1,NULL}', '{a,NULL}', '{{1,2},{3,4}}', '{"so so",1st}', '{abc}',
  '{7b1f4d4e-54fd-4d0a-9b5e-0d1a7f7f2a11}', '{2026-01-02 10:15Z}', '{"{\"a\": 1}"}', '{"\\x01ff"}',
  '{"(1,2)"}', '{"[1,5)"}', '{CiText}', '{admin}');
insert into warehouse.indexes values (1, 1, 1, 1, 1, '{}', now(), 'g', 1, 1, 1, 1);
insert into warehouse.parts values (1, '2026-01-01', 'one');
refresh materialized view warehouse.counts;

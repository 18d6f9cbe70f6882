-- The same rows in every run. The rows of one parent lie apart, as they do where time passes between them.

create table users (
    id bigint primary key,
    public_id uuid not null unique,
    name text not null,
    email text not null,
    city text not null,
    age int not null,
    balance numeric(12, 2) not null,
    created_at timestamptz not null
);
insert into users
select i, md5('user' || i)::uuid, 'User ' || i, 'user' || i || '@example.org', 'City ' || i % 500, 18 + i % 70,
       i / 100.0, timestamptz '2024-01-01 00:00:00Z' + i * interval '1 minute'
from generate_series(1, 10000) i;

create table orders (
    id bigint primary key,
    user_id bigint not null references users,
    status text not null,
    total numeric(10, 2) not null,
    quantity int not null,
    paid boolean not null,
    note text not null,
    created_at timestamptz not null
);
insert into orders
select n * 10000 + u, u, (array['open', 'paid', 'sent', 'done'])[1 + (n + u) % 4], (u * 7 + n * 131) % 50000 / 100.0,
       1 + (u + n) % 9, n % 2 = 0, 'Please ring at door ' || u % 90,
       timestamptz '2024-02-01 00:00:00Z' + (n * 10000 + u) * interval '7 seconds'
from generate_series(0, 9) n, generate_series(1, 10000) u;
create index on orders (user_id);
create index on orders (user_id, created_at desc);

create table items (
    id bigint primary key,
    order_id bigint not null references orders,
    product text not null,
    quantity int not null,
    price numeric(10, 2) not null,
    weight double precision not null,
    packed boolean not null,
    note text not null
);
insert into items
select n * 100000 + o.id, o.id, 'Product ' || (o.id + n) % 1000, 1 + (o.id + n) % 5, (o.id * 3 + n) % 9000 / 100.0,
       0.25 * (o.id % 40), n = 1, 'Handle with care'
from generate_series(0, 2) n, orders o;
create index on items (order_id);

create table posts (
    id bigint primary key,
    forum_id bigint not null,
    title text not null,
    author text not null,
    score int not null,
    body text not null,
    created_at timestamptz not null
);
insert into posts
select n * 1000 + f, f, 'Post ' || n || ' of forum ' || f, 'User ' || (n * 13 + f) % 10000, (n * 37 + f) % 1000,
       'What do you think about that?', timestamptz '2024-03-01 00:00:00Z' + (n * 1000 + f) * interval '1 second'
from generate_series(0, current_setting('benchmarks.posts_of_forum')::int - 1) n, generate_series(1, 1000) f;
create index on posts (forum_id, created_at desc);

create table stock (
    warehouse_id uuid not null,
    sku text not null,
    quantity int not null,
    reserved int not null,
    price numeric(10, 2) not null,
    bin text not null,
    counted_at timestamptz not null,
    primary key (warehouse_id, sku)
);
insert into stock
select ('5e11f0a0-0000-4000-8000-' || lpad(to_hex(w), 12, '0'))::uuid, 'S' || s, (w * 31 + s) % 400, (w + s) % 20,
       (w * 500 + s) % 7000 / 100.0, 'Bin ' || s % 60, timestamptz '2024-04-01 00:00:00Z' + s * interval '1 hour'
from generate_series(1, 500) s, generate_series(0, 19) w;

create table devices (
    id bigint primary key,
    serial uuid not null,
    name text not null,
    model text not null,
    note_a text not null, note_b text not null, note_c text not null, note_d text not null,
    note_e text not null, note_f text not null, note_g text not null, note_h text not null,
    count_a int not null, count_b int not null, count_c int not null,
    count_d int not null, count_e int not null, count_f int not null,
    amount_a numeric(10, 2) not null, amount_b numeric(10, 2) not null, amount_c numeric(10, 2) not null,
    amount_d numeric(10, 2) not null, amount_e numeric(10, 2) not null, amount_f numeric(10, 2) not null,
    seen_a timestamptz not null, seen_b timestamptz not null, seen_c timestamptz not null, seen_d timestamptz not null,
    flag_a boolean not null, flag_b boolean not null
);
insert into devices
select i, md5('device' || i)::uuid, 'Device ' || i, 'Model ' || i % 40,
       'first floor', 'second door', 'on the left', 'grey', 'new in March', 'heavy', 'with a stand', 'ask Meera',
       i, i + 1, i + 2, i + 3, i + 4, i + 5,
       i / 100.0, i / 50.0, i / 20.0, i / 10.0, i / 5.0, i / 2.0,
       t, t + interval '1 day', t + interval '2 days', t + interval '3 days', i % 2 = 0, i % 3 = 0
from generate_series(1, 10000) i, lateral (select timestamptz '2024-05-01 00:00:00Z' + i * interval '1 minute' as t) _;

create table lines (
    id bigint primary key,
    report_id bigint not null,
    account text not null,
    partner uuid not null,
    booked date not null,
    amount numeric(12, 2) not null,
    currency text not null,
    quantity int not null,
    rate double precision not null,
    settled boolean not null,
    created_at timestamptz not null
);
insert into lines
select i, 1, 'Account ' || i % 300, md5('partner' || i % 1000)::uuid, date '2024-01-01' + i % 366, i * 7 / 100.0,
       (array['EUR', 'CHF', 'USD'])[1 + i % 3], i % 50, 0.25 * (i % 9), i % 4 = 0,
       timestamptz '2024-06-01 00:00:00Z' + i * interval '1 second'
from generate_series(1, current_setting('benchmarks.lines_of_report')::int) i;
create index on lines (report_id);

vacuum analyze;

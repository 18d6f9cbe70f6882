create table users (
    id uuid primary key default gen_random_uuid(),
    name text not null,
    email text not null,
    auth0_id text not null unique,
    created_at timestamptz not null default now()
);
comment on table users is 'Somebody who buys in the shop.';
comment on column users.name is 'First and last name, as the user writes them.';
comment on column users.auth0_id is 'The account at the login provider, as provider|account.';

create table orders (
    id integer generated always as identity primary key,
    user_id uuid not null references users,
    total numeric(10, 2) not null,
    status text not null check (status in ('open', 'paid', 'shipped')),
    created_at timestamptz not null default now()
);
create index on orders (user_id, created_at);
comment on table orders is 'What a user ordered at one time.';
comment on column orders.total is 'The sum of all items, in euros.';
comment on column orders.status is 'One of open, paid and shipped.';

create table order_items (
    id integer generated always as identity primary key,
    order_id integer not null references orders,
    product text not null,
    quantity integer not null check (quantity > 0),
    price numeric(10, 2) not null
);
create index on order_items (order_id);
comment on table order_items is 'One product of an order.';
comment on column order_items.price is 'The price of one piece, in euros.';

-- 40 users
insert into users (id, name, email, auth0_id, created_at)
select
    md5('user ' || n)::uuid,
    first || ' ' || last,
    lower(first || '.' || last) || '@example.com',
    'auth0|' || lower(first || '-' || last),
    timestamptz '2025-01-01 09:00Z' + n * interval '1 day'
from generate_series(0, 39) n
cross join lateral (
    select
        (array['Arya', 'Bran', 'Catelyn', 'Davos', 'Edmure', 'Gilly', 'Jorah', 'Lyanna', 'Meera', 'Osha'])[1 + n % 10] as first,
        (array['Ashford', 'Blackwood', 'Cassel', 'Dayne'])[1 + n / 10] as last
) names
order by n;

-- 1 to 6 orders for each user; their totals follow from their items
insert into orders (user_id, total, status, created_at)
select
    md5('user ' || n)::uuid,
    0,
    (array['shipped', 'shipped', 'paid', 'open'])[1 + (n + k) % 4],
    timestamptz '2025-03-01 12:00Z' + (n + 40 * k) * interval '7 hours'
from generate_series(0, 39) n
cross join lateral generate_series(1, 1 + n * 7 % 6) k
order by n, k;

-- 1 to 3 items for each order
insert into order_items (order_id, product, quantity, price)
select o.id, product, 1 + (o.id + k) % 3, price
from orders o
cross join lateral generate_series(0, o.id % 3) k
join (
    values
        (0, 'Candle', 4.50), (1, 'Fur cloak', 89.00), (2, 'Ink', 6.20), (3, 'Lantern', 24.90),
        (4, 'Map', 15.00), (5, 'Raven seed', 3.75), (6, 'Rope', 12.40), (7, 'Whetstone', 9.95)
) products (number, product, price) on products.number = (o.id * 5 + k * 3) % 8
order by o.id, k;

update orders o
set total = (select sum(quantity * price) from order_items i where i.order_id = o.id);

analyze;

create table users (
  id uuid primary key default gen_random_uuid(),
  name text not null unique
);

create table orders (
  id bigint generated always as identity primary key,
  user_id uuid not null references users (id),
  product text not null
);
create index on orders (user_id);
